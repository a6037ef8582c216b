package org.imageingest.standalone.token;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.imageingest.data.DataFolder;
import org.imageingest.data.Secrets;
import org.imageingest.standalone.UsageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.security.converter.RsaKeyConverters;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TokenCommandTests {

	@TempDir
	Path data;

	@Test
	void printsOneTokenAndNothingElse() {
		assertThat(run()).matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+\\n");
	}

	@Test
	void tokenIsForTheLocalUserWhoReadsAndWrites() throws Exception {
		Jwt token = decoded(run());
		assertThat(token.getSubject()).isEqualTo("local");
		assertThat(token.getAudience()).containsExactly("image-ingest");
		assertThat(token.getClaimAsString("iss")).isEqualTo("image-ingest-standalone");
		assertThat(token.getClaimAsString("scope")).isEqualTo("ingest:read ingest:write");
		assertThat(Duration.between(token.getIssuedAt(), token.getExpiresAt())).isEqualTo(Duration.ofHours(12));
	}

	@Test
	void userAndScopesCanBeNamed() throws Exception {
		Jwt token = decoded(run("--user", "ada", "--scope", "ingest:read", "--scope=ingest:admin"));
		assertThat(token.getSubject()).isEqualTo("ada");
		assertThat(token.getClaimAsString("scope")).isEqualTo("ingest:read ingest:admin");
	}

	@Test
	void tokenOfAnotherDataFolderIsNotAccepted(@TempDir Path other) throws Exception {
		String foreign = TokenIssuer.of(Secrets.of(DataFolder.at(other)).tokenKeys()).issue("local", List.of());
		assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> decoded(foreign));
	}

	@Test
	void unknownOptionIsRefused() {
		assertThatExceptionOfType(UsageException.class).isThrownBy(() -> run("--usr", "ada"))
			.withMessage("Unknown option: --usr");
	}

	private String run(String... options) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		TokenCommand.run(Stream.concat(Stream.of("--data", this.data.toString()), Stream.of(options)).toList(),
				new PrintStream(out, true, StandardCharsets.UTF_8));
		return out.toString(StandardCharsets.UTF_8);
	}

	private Jwt decoded(String token) throws Exception {
		Path publicKey = Secrets.of(DataFolder.at(this.data)).tokenKeys().publicKey();
		RSAPublicKey key = RsaKeyConverters.x509().convert(Files.newInputStream(publicKey));
		return NimbusJwtDecoder.withPublicKey(key).build().decode(token.strip());
	}

}
