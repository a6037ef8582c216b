package org.imageingest.source.security;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.stream.Stream;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import org.imageingest.source.RunningIngestSource;
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

class TokenIntegrationTests {

	private static final String STATUS = "/api/v1/ingest/status/job_unknown";

	private static TestIssuer issuer;

	private static RunningIngestSource source;

	private final HttpClient http = HttpClient.newHttpClient();

	@BeforeAll
	static void start(@TempDir Path folder) throws Exception {
		issuer = TestIssuer.start();
		source = RunningIngestSource.start(folder,
				"spring.security.oauth2.resourceserver.jwt.issuer-uri=" + issuer.uri());
	}

	@AfterAll
	static void stop() throws Exception {
		source.close();
		issuer.close();
	}

	@Test
	void goodTokensAreTakenAsPlainTokensAndAsAccessTokens() throws Exception {
		for (String type : new String[] { "JWT", "at+jwt" }) {
			assertThat(get(issuer.signAs(type, issuer.claims())).statusCode()).as(type).isEqualTo(404);
		}
	}

	@Test
	void aRequestWithoutTokenIsToldThatOneIsNeeded() throws Exception {
		HttpResponse<String> answer = get(null);
		assertUnauthorized(answer);
		assertThat(challenge(answer)).startsWith("Bearer").doesNotContain("error=");
	}

	static Stream<Arguments> badTokens() throws Exception {
		Instant now = Instant.now();
		String good = issuer.sign(issuer.claims());
		String[] parts = good.split("\\.");
		String otherOwner = Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString(
					new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8).replace("anna", "root")
						.getBytes(StandardCharsets.UTF_8));
		return Stream.of(argumentSet("no token at all", "nonsense", "Malformed token"),
				argumentSet("unsigned (alg=none)", new PlainJWT(issuer.claims().build()).serialize(), "alg"),
				argumentSet("signed by somebody else", issuer.signWithForeignKey(issuer.claims()), "Invalid signature"),
				argumentSet("changed payload", parts[0] + "." + otherOwner + "." + parts[2], "Invalid signature"),
				argumentSet("without signature", parts[0] + "." + parts[1] + ".", "Jwt"),
				argumentSet("expired",
						sign(issuer.claims()
							.issueTime(Date.from(now.minusSeconds(600)))
							.expirationTime(Date.from(now.minusSeconds(120)))),
						"expired"),
				argumentSet("never ends", sign(issuer.claims().expirationTime(null)), "exp"),
				argumentSet("not valid yet", sign(issuer.claims().notBeforeTime(Date.from(now.plusSeconds(600)))),
						"before"),
				argumentSet("another issuer", sign(issuer.claims().issuer("https://elsewhere.example")), "iss"),
				argumentSet("another service", sign(issuer.claims().audience("other")), "aud"),
				argumentSet("no audience", sign(issuer.claims().audience((String) null)), "aud"),
				argumentSet("no subject", sign(issuer.claims().subject(null)), "sub claim is missing"),
				argumentSet("blank subject", sign(issuer.claims().subject(" ")), "sub claim is missing"),
				argumentSet("subject of 256 characters", sign(issuer.claims().subject("a".repeat(256))),
						"longer than 255 characters: 256"),
				argumentSet("subject with NUL", sign(issuer.claims().subject("a\u0000b")), "control characters"),
				argumentSet("another kind of token", issuer.signAs("logout+jwt", issuer.claims()), "typ"));
	}

	@ParameterizedTest
	@MethodSource("badTokens")
	void badTokensAreRefusedWithTheirReason(String token, String reason) throws Exception {
		HttpResponse<String> answer = get(token);
		assertUnauthorized(answer);
		assertThat(challenge(answer)).startsWith("Bearer").contains("error=\"invalid_token\"").contains(reason);
		assertThat(answer.body()).contains(reason).doesNotContain("Exception", "org.", "com.", "java.");
	}

	@Test
	void theLongestSubjectIsTaken() throws Exception {
		assertThat(get(sign(issuer.claims().subject("a".repeat(255)))).statusCode()).isEqualTo(404);
	}

	@Test
	void aTokenInTheAddressIsNotTaken() throws Exception {
		HttpRequest request = HttpRequest
			.newBuilder(source.address(STATUS + "?access_token=" + issuer.sign(issuer.claims())))
			.build();
		assertUnauthorized(this.http.send(request, HttpResponse.BodyHandlers.ofString()));
	}

	@Test
	void anIssuerThatDoesNotAnswerIsNotTheClientsFault(@TempDir Path folder) throws Exception {
		TestIssuer gone = TestIssuer.start();
		gone.close();
		try (RunningIngestSource other = RunningIngestSource.start(folder,
				"spring.security.oauth2.resourceserver.jwt.jwk-set-uri=" + gone.keys())) {
			HttpResponse<String> answer = this.http.send(HttpRequest.newBuilder(other.address(STATUS))
				.header("Authorization", "Bearer " + gone.sign(gone.claims()))
				.build(), HttpResponse.BodyHandlers.ofString());
			assertThat(answer.statusCode()).isEqualTo(503);
			assertThat(answer.headers().firstValue("Retry-After")).isPresent();
			assertThat(problem(answer).path("type").asString()).isEqualTo("/problems/service-unavailable");
			assertThat(answer.body()).doesNotContain(gone.uri(), "Exception");
		}
	}

	private static String sign(JWTClaimsSet.Builder claims) throws Exception {
		return issuer.sign(claims);
	}

	private HttpResponse<String> get(String token) throws Exception {
		HttpRequest.Builder request = HttpRequest.newBuilder(source.address(STATUS));
		if (token != null) {
			request.header("Authorization", "Bearer " + token);
		}
		return this.http.send(request.build(), HttpResponse.BodyHandlers.ofString());
	}

	private static void assertUnauthorized(HttpResponse<String> answer) {
		assertThat(answer.statusCode()).isEqualTo(401);
		JsonNode problem = problem(answer);
		assertThat(problem.path("type").asString()).isEqualTo("/problems/unauthorized");
		assertThat(problem.path("status").asInt()).isEqualTo(401);
		assertThat(problem.path("instance").asString()).isEqualTo(STATUS);
	}

	private static JsonNode problem(HttpResponse<String> answer) {
		assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
		return new JsonMapper().readTree(answer.body());
	}

	private static String challenge(HttpResponse<String> answer) {
		return answer.headers().firstValue("WWW-Authenticate").orElse("");
	}

}
