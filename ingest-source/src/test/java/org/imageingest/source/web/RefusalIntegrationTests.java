package org.imageingest.source.web;

import java.nio.file.Path;
import java.util.stream.Stream;

import org.imageingest.source.RawConnection;
import org.imageingest.source.RawConnection.RawAnswer;
import org.imageingest.source.RunningIngestSource;
import org.imageingest.testkit.token.TestTokens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

/**
 * Whatever is wrong with a request, and whoever finds it so: its sender reads a problem
 * document that gives nothing away.
 */
class RefusalIntegrationTests {

	private static final String MULTIPART = "Content-Type: multipart/form-data; boundary=x\r\n";

	private static RunningIngestSource source;

	private static String token;

	@TempDir
	private static Path folder;

	@BeforeAll
	static void start() throws Exception {
		TestTokens tokens = new TestTokens();
		token = tokens.of("anna", "ingest:read ingest:write");
		source = RunningIngestSource.start(folder, "spring.security.oauth2.resourceserver.jwt.public-key-location="
				+ tokens.writePublicKey(folder).toUri());
	}

	@AfterAll
	static void stop() throws Exception {
		source.close();
	}

	static Stream<Arguments> badRequests() {
		return Stream.of(argumentSet("no HTTP", "hello\r\n\r\n", 400),
				argumentSet("unknown version", "GET / HTTP/7.3\r\nHost: a\r\n\r\n", 400),
				argumentSet("no host", "GET / HTTP/1.1\r\nConnection: close\r\n\r\n", 400),
				argumentSet("bad character in the path", line("GET", "/api/v1/{x}|"), 400),
				argumentSet("bad encoding", line("GET", "/api/v1/ingest/status/%zz"), 400),
				argumentSet("encoded NUL", line("GET", "/api/v1/ingest/status/job%00"), 400),
				argumentSet("encoded slash", line("GET", "/api/v1/ingest/status/job%2f1"), 400),
				argumentSet("path upwards", line("GET", "/api/v1/../../etc/passwd"), 400),
				argumentSet("encoded path upwards", line("GET", "/api/v1/%2e%2e/%2e%2e/%2e%2e/etc/passwd"), 400),
				argumentSet("double slash", line("GET", "//api/v1/ingest/status/job_1"), 400),
				argumentSet("path parameter", line("GET", "/api/v1/ingest/status;a=b/job_1"), 400),
				argumentSet("backslash", line("GET", "/api/v1/ingest/status/%5c%5c"), 400),
				argumentSet("not UTF-8", line("GET", "/api/v1/ingest/status/%ff"), 400),
				argumentSet("long address", line("GET", "/" + "a".repeat(20_000)), 400),
				argumentSet("long header", line("GET", "/", "X-A: " + "a".repeat(20_000) + "\r\n"), 400),
				argumentSet("many headers", line("GET", "/", "X-A: a\r\n".repeat(500)), 400),
				argumentSet("header without name", line("GET", "/", ": a\r\n"), 400),
				argumentSet("two lengths", line("POST", "/", "Content-Length: 1\r\nContent-Length: 2\r\n"), 400),
				argumentSet("negative length", line("POST", "/", "Content-Length: -1\r\n"), 400),
				argumentSet("unknown coding", line("POST", "/", "Transfer-Encoding: magic\r\n"), 400),
				argumentSet("TRACE", line("TRACE", "/api/v1/health"), 405),
				argumentSet("unknown method", line("BREW", "/api/v1/health"), 400),
				argumentSet("wrong method", line("PUT", "/api/v1/ingest/upload"), 405),
				argumentSet("unknown path", line("GET", "/api/v1/nothing"), 404),
				argumentSet("unknown path outside of the API", line("GET", "/wp-login.php"), 404),
				argumentSet("bad id", line("GET", "/api/v1/ingest/status/x"), 404),
				argumentSet("nothing acceptable", line("GET", "/api/v1/health", "Accept: image/png\r\n"), 406),
				argumentSet("unreadable Accept", line("GET", "/api/v1/health", "Accept: ///\r\n"), 406),
				argumentSet("JSON where a form is asked for",
						line("POST", "/api/v1/ingest/upload", "Content-Type: application/json\r\nContent-Length: 5\r\n")
								+ "{\"a\":",
						400),
				argumentSet("form without boundary",
						line("POST", "/api/v1/ingest/upload",
								"Content-Type: multipart/form-data\r\nContent-Length: 1\r\n") + "x",
						400),
				argumentSet("broken form",
						line("POST", "/api/v1/ingest/upload", MULTIPART + "Content-Length: 1\r\n") + "x", 400),
				argumentSet("bad chunk",
						line("POST", "/api/v1/ingest/upload", MULTIPART + "Transfer-Encoding: chunked\r\n") + "zz\r\n",
						400),
				argumentSet("the error page itself", line("GET", "/error"), 404));
	}

	@ParameterizedTest
	@MethodSource("badRequests")
	void refusalsAreProblemsThatGiveNothingAway(String request, int status) throws Exception {
		RawAnswer answer = RawConnection.send(source.port(), request);
		assertThat(answer.status()).as(answer.text()).isEqualTo(status);
		assertProblem(answer);
	}

	@Test
	void aTokenWithoutTheScopeIsToldWhichOneIsNeeded() throws Exception {
		for (String[] call : new String[][] { { "PUT", "/actuator/info", "ingest:admin" },
				{ "GET", "/actuator", "ingest:admin" }, { "GET", "/actuator/prometheus", "ingest:admin" },
				{ "GET", "/%61ctuator/info", "ingest:admin" } }) {
			RawAnswer answer = RawConnection.send(source.port(), line(call[0], call[1]));
			assertThat(answer.status()).as(call[1]).isEqualTo(403);
			assertThat(answer.headers().get("www-authenticate")).contains("insufficient_scope",
					"scope=\"" + call[2] + "\"");
			assertThat(assertProblem(answer).path("detail").asString()).contains(call[2]);
		}
	}

	@Test
	void answersThatAreNoProblemsCarryTheHeadersToo() throws Exception {
		assertHeaders(RawConnection.send(source.port(), line("GET", "/api/v1/health")));
	}

	private static JsonNode assertProblem(RawAnswer answer) {
		assertHeaders(answer);
		assertThat(answer.headers().get("content-type")).startsWith("application/problem+json");
		String text = answer.text();
		assertThat(text).doesNotContainIgnoringCase("exception", "tomcat", "apache", "spring", "jackson", "<html",
				"java.", "\tat ", "org.", folder.toString());
		String json = text.substring(text.indexOf('{'), text.lastIndexOf('}') + 1);
		JsonNode problem = new JsonMapper().readTree(json);
		assertThat(problem.path("type").asString()).matches("/problems/[a-z-]+");
		assertThat(problem.path("title").asString()).isNotBlank();
		assertThat(problem.path("detail").asString()).isNotBlank();
		assertThat(problem.path("status").asInt()).isEqualTo(answer.status());
		return problem;
	}

	private static void assertHeaders(RawAnswer answer) {
		assertThat(answer.headers()).containsEntry("x-content-type-options", "nosniff")
			.containsEntry("x-frame-options", "DENY")
			.containsEntry("referrer-policy", "no-referrer")
			.containsEntry("cross-origin-opener-policy", "same-origin")
			.containsEntry("cross-origin-resource-policy", "same-origin")
			.containsKeys("permissions-policy", "content-security-policy", "cache-control")
			.doesNotContainKey("server");
	}

	private static String line(String method, String path) {
		return line(method, path, "");
	}

	private static String line(String method, String path, String headers) {
		return method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nAuthorization: Bearer "
				+ token + "\r\n" + headers + "\r\n";
	}

}
