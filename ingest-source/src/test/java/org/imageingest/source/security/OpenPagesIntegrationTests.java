package org.imageingest.source.security;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import org.imageingest.source.RunningIngestSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class OpenPagesIntegrationTests {

	private static TestIssuer issuer;

	private static RunningIngestSource source;

	private final HttpClient http = HttpClient.newHttpClient();

	@TempDir
	private Path folder;

	@BeforeAll
	static void start(@TempDir Path folder) throws Exception {
		issuer = TestIssuer.start();
		source = RunningIngestSource.start(folder,
				"spring.security.oauth2.resourceserver.jwt.issuer-uri=" + issuer.uri(),
				"store.public-base-url=https://cdn.example/photos", "store.public-endpoint=https://s3.example:9000");
	}

	@AfterAll
	static void stop() throws Exception {
		source.close();
		issuer.close();
	}

	@Test
	void thePageMayShowPicturesFromWhereClientsFetchThemAndLoadNothingElse() throws Exception {
		HttpResponse<String> page = get("/");
		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(policy(page)).contains("default-src 'none'", "script-src 'self'", "connect-src 'self'",
				"img-src 'self' blob: data: https://cdn.example https://s3.example:9000;", "frame-ancestors 'none'",
				"base-uri 'none'", "form-action 'none'");
		assertThat(policy(page)).doesNotContain("unsafe", "*");
	}

	@Test
	void whatThePageLoadsIsOpenToo() throws Exception {
		List<String> paths = Pattern.compile("(?:src|href)=\"([^\"#:]+)\"")
			.matcher(get("/index.html").body())
			.results()
			.map((path) -> "/" + path.group(1))
			.toList();
		assertThat(paths).isNotEmpty();
		for (String path : paths) {
			HttpResponse<String> answer = get(path);
			assertThat(answer.statusCode()).as(path).isEqualTo(200);
			assertThat(answer.headers().firstValue("Cross-Origin-Resource-Policy")).contains("same-origin");
		}
	}

	@Test
	void clientsFindOutWhereToGetATokenAndForWhat() throws Exception {
		HttpResponse<String> refused = get("/api/v1/ingest/status/job_1");
		String address = source.address("/.well-known/oauth-protected-resource").toString();
		assertThat(refused.headers().firstValue("WWW-Authenticate").orElse("")).contains(address);
		JsonNode metadata = new JsonMapper().readTree(get(URI.create(address).getPath()).body());
		assertThat(metadata.path("authorization_servers").path(0).asString()).isEqualTo(issuer.uri());
		assertThat(metadata.path("scopes_supported").toString()).contains("ingest:read", "ingest:write",
				"ingest:admin");
		assertThat(metadata.path("tls_client_certificate_bound_access_tokens").asBoolean()).isFalse();
	}

	@Test
	void actuatorTellsEverybodyHealthAndAdminsTheRest() throws Exception {
		assertThat(get("/actuator/health").body()).doesNotContain("components");
		assertThat(get("/actuator/health/liveness").statusCode()).isEqualTo(200);
		for (String path : new String[] { "/actuator", "/actuator/info", "/actuator/env" }) {
			assertThat(get(path).statusCode()).as(path).isEqualTo(401);
		}
		String admin = issuer.sign(issuer.claims().claim("scope", "ingest:admin"));
		assertThat(get("/actuator/info", admin).statusCode()).isEqualTo(200);
		assertThat(get("/actuator/env", admin).statusCode()).isEqualTo(404);
	}

	@Test
	void connectionsThatAreSafeStaySo() throws Exception {
		try (RunningIngestSource behindProxy = proxied()) {
			HttpRequest request = HttpRequest.newBuilder(behindProxy.address("/api/v1/health"))
				.header("X-Forwarded-Proto", "https")
				.build();
			assertThat(this.http.send(request, HttpResponse.BodyHandlers.ofString())
				.headers()
				.firstValue("Strict-Transport-Security")).isPresent();
		}
		assertThat(get("/api/v1/health").headers().firstValue("Strict-Transport-Security")).isEmpty();
	}

	private RunningIngestSource proxied() throws Exception {
		return RunningIngestSource.start(this.folder,
				"spring.security.oauth2.resourceserver.jwt.issuer-uri=" + issuer.uri(),
				"server.forward-headers-strategy=framework");
	}

	private HttpResponse<String> get(String path) throws Exception {
		return get(path, null);
	}

	private HttpResponse<String> get(String path, String token) throws Exception {
		HttpRequest.Builder request = HttpRequest.newBuilder(source.address(path));
		if (token != null) {
			request.header("Authorization", "Bearer " + token);
		}
		return this.http.send(request.build(), HttpResponse.BodyHandlers.ofString());
	}

	private static String policy(HttpResponse<String> answer) {
		assertThat(answer.headers().allValues("Content-Security-Policy")).hasSize(1);
		return answer.headers().firstValue("Content-Security-Policy").orElseThrow();
	}

}
