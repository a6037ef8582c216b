package org.imageingest.standalone.token;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.security.interfaces.RSAPrivateKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.UUID;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import org.imageingest.data.StartException;
import org.imageingest.data.TokenKeyFiles;

import org.springframework.security.converter.RsaKeyConverters;
import org.springframework.util.Assert;

/**
 * Signs access tokens for the REST service of a standalone.
 */
public final class TokenIssuer {

	/** The {@code aud} that the service asks for. */
	public static final String AUDIENCE = "image-ingest";

	private static final String ISSUER = "image-ingest-standalone";

	private static final Duration VALIDITY = Duration.ofHours(12);

	private final RSAPrivateKey key;

	private final Clock clock;

	TokenIssuer(RSAPrivateKey key, Clock clock) {
		this.key = key;
		this.clock = clock;
	}

	/**
	 * Makes an issuer with the key of a data folder.
	 * @param files the key pair
	 * @return the issuer
	 * @throws StartException if the private key cannot be read
	 */
	public static TokenIssuer of(TokenKeyFiles files) {
		try (InputStream pem = Files.newInputStream(files.privateKey())) {
			RSAPrivateKey key = RsaKeyConverters.pkcs8().convert(pem);
			Assert.state(key != null, "A converter never returns null here");
			return new TokenIssuer(key, Clock.systemUTC());
		}
		catch (IOException | IllegalArgumentException ex) {
			throw new StartException("The token key %s cannot be read: %s".formatted(files.privateKey(), ex), ex);
		}
	}

	/**
	 * Makes a token that is good for twelve hours.
	 * @param user who it stands for: the owner of what is uploaded with it
	 * @param scopes what it allows
	 * @return a compact JWT
	 */
	public String issue(String user, Collection<String> scopes) {
		Instant now = this.clock.instant();
		JWTClaimsSet claims = new JWTClaimsSet.Builder().issuer(ISSUER)
			.audience(AUDIENCE)
			.subject(user)
			.claim("scope", String.join(" ", scopes))
			.issueTime(Date.from(now))
			.expirationTime(Date.from(now.plus(VALIDITY)))
			.jwtID(UUID.randomUUID().toString())
			.build();
		SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.RS256), claims);
		try {
			token.sign(new RSASSASigner(this.key));
		}
		catch (JOSEException ex) {
			throw new IllegalStateException("An RSA key signs RS256", ex);
		}
		return token.serialize();
	}

}
