package org.imageingest.source.security;

import java.nio.file.Path;

import org.imageingest.source.RawConnection;
import org.imageingest.source.RawConnection.RawAnswer;
import org.imageingest.source.RunningIngestSource;
import org.imageingest.testkit.token.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class CorsIntegrationTests {

	private static final String PREFLIGHT = "Access-Control-Request-Method: POST\r\n"
			+ "Access-Control-Request-Headers: authorization,idempotency-key\r\n";

	@TempDir
	private Path folder;

	@Test
	void withoutSettingsNoWebSiteIsLetIn() throws Exception {
		try (RunningIngestSource source = start()) {
			RawAnswer preflight = call(source, "OPTIONS", "https://photos.example", PREFLIGHT);
			assertThat(preflight.status()).isEqualTo(401);
			assertThat(preflight.headers().keySet()).noneMatch((name) -> name.startsWith("access-control"));
			RawAnswer answer = call(source, "GET", "https://photos.example", "");
			assertThat(answer.headers().keySet()).noneMatch((name) -> name.startsWith("access-control"));
		}
	}

	@Test
	void namedWebSitesAreLetInAndNoOther() throws Exception {
		try (RunningIngestSource source = start(
				"ingest.cors.allowed-origins=https://photos.example,http://a.test:81")) {
			RawAnswer preflight = call(source, "OPTIONS", "https://photos.example", PREFLIGHT);
			assertThat(preflight.status()).isEqualTo(200);
			assertThat(preflight.headers()).containsEntry("access-control-allow-origin", "https://photos.example")
				.containsEntry("access-control-allow-headers", "authorization, idempotency-key")
				.containsEntry("access-control-max-age", "3600")
				.doesNotContainKey("access-control-allow-credentials");
			assertThat(preflight.headers().get("access-control-allow-methods")).contains("POST", "DELETE");

			// Also an error can be read by the web site's script.
			RawAnswer answer = call(source, "GET", "http://a.test:81", "");
			assertThat(answer.status()).isEqualTo(401);
			assertThat(answer.headers()).containsEntry("access-control-allow-origin", "http://a.test:81");
			assertThat(answer.headers().get("access-control-expose-headers")).contains("Location", "Retry-After");

			for (String other : new String[] { "https://photos.example.evil.test", "http://photos.example", "null" }) {
				RawAnswer refused = call(source, "OPTIONS", other, PREFLIGHT);
				assertThat(refused.status()).as(other).isEqualTo(403);
				assertThat(refused.headers()).doesNotContainKey("access-control-allow-origin")
					.containsEntry("content-type", "application/problem+json");
			}
		}
	}

	private RunningIngestSource start(String... settings) throws Exception {
		String key = "spring.security.oauth2.resourceserver.jwt.public-key-location="
				+ new TestTokens().writePublicKey(this.folder).toUri();
		return (settings.length == 0) ? RunningIngestSource.start(this.folder, key)
				: RunningIngestSource.start(this.folder, key, settings[0]);
	}

	private static RawAnswer call(RunningIngestSource source, String method, String origin, String headers)
			throws Exception {
		return RawConnection.send(source.port(), method + " /api/v1/ingest/status/job_1 HTTP/1.1\r\nHost: 127.0.0.1\r\n"
				+ "Connection: close\r\nOrigin: " + origin + "\r\n" + headers + "\r\n");
	}

}
