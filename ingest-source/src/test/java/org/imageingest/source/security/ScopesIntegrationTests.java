package org.imageingest.source.security;

import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;

import org.imageingest.source.ApiClient;
import org.imageingest.source.ApiClient.Reply;
import org.imageingest.source.ApiEndpoint;
import org.imageingest.source.RunningIngestSource;
import org.imageingest.testkit.token.TestTokens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class ScopesIntegrationTests {

	private static TestTokens tokens;

	private static RunningIngestSource source;

	@BeforeAll
	static void start(@TempDir Path folder) throws Exception {
		tokens = new TestTokens();
		source = RunningIngestSource.start(folder, "spring.security.oauth2.resourceserver.jwt.public-key-location="
				+ tokens.writePublicKey(folder).toUri());
	}

	@AfterAll
	static void stop() throws Exception {
		source.close();
	}

	static Stream<ApiEndpoint> endpoints() {
		return ApiEndpoint.of(source);
	}

	@ParameterizedTest
	@MethodSource("endpoints")
	void everyCallNeedsATokenWithItsScope(ApiEndpoint endpoint) throws Exception {
		String path = endpoint.at("x");
		Reply anonymous = new ApiClient(source, null).call(endpoint.method(), path);
		if (endpoint.isOpen()) {
			assertThat(anonymous.status()).isIn(200, 503);
			return;
		}
		assertThat(anonymous.status()).isEqualTo(401);
		assertThat(anonymous.header("WWW-Authenticate")).startsWith("Bearer");

		String needed = endpoint.path().startsWith("/api/v1/dead-letters") ? "ingest:admin"
				: endpoint.method().equals("GET") ? "ingest:read" : "ingest:write";
		for (String other : Set.of("ingest:read", "ingest:write", "ingest:admin", "")) {
			if (!other.equals(needed)) {
				Reply reply = new ApiClient(source, tokens.of("anna", other)).call(endpoint.method(), path);
				assertThat(reply.status()).as("with scope '%s'", other).isEqualTo(403);
				assertThat(reply.header("WWW-Authenticate")).contains("scope=\"" + needed + "\"");
				assertThat(reply.json().path("detail").asString()).contains(needed);
			}
		}
		Reply allowed = new ApiClient(source, tokens.of("anna", needed)).call(endpoint.method(), path);
		assertThat(allowed.status()).isNotIn(401, 403).isLessThan(500);
	}

}
