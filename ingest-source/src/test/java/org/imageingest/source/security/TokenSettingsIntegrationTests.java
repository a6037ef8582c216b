package org.imageingest.source.security;

import java.nio.file.Path;

import org.imageingest.source.RunningIngestSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@ExtendWith(OutputCaptureExtension.class)
class TokenSettingsIntegrationTests {

	private static final String JWT = "spring.security.oauth2.resourceserver.jwt.";

	@TempDir
	private Path folder;

	@Test
	void aStartWithoutAnyKeyIsRefusedWithTheSettingsToMake(CapturedOutput output) {
		assertStartFails();
		assertThat(output).contains("APPLICATION FAILED TO START", JWT + "issuer-uri", JWT + "jwk-set-uri",
				JWT + "public-key-location");
	}

	@Test
	void aStartThatWouldTakeTokensForOtherServicesIsRefused(CapturedOutput output) {
		assertStartFails(JWT + "jwk-set-uri=https://issuer.example/keys", JWT + "audiences=");
		assertThat(output).contains("APPLICATION FAILED TO START", JWT + "audiences");
	}

	@Test
	void aStartThatWouldLetAnyWebSiteInIsRefused(CapturedOutput output) {
		assertStartFails(JWT + "jwk-set-uri=https://issuer.example/keys", "ingest.cors.allowed-origins=*");
		assertThat(output).contains("APPLICATION FAILED TO START", "ingest.cors.allowed-origins has '*'");
	}

	@Test
	void aWebSiteWithAPathIsRefusedAsBrowsersNeverSendOne(CapturedOutput output) {
		assertStartFails(JWT + "jwk-set-uri=https://issuer.example/keys",
				"ingest.cors.allowed-origins=https://photos.example/");
		assertThat(output).contains("'https://photos.example/'", "scheme://host:port");
	}

	private void assertStartFails(String... settings) {
		assertThatThrownBy(() -> RunningIngestSource.start(this.folder, settings).close()).isNotNull();
	}

}
