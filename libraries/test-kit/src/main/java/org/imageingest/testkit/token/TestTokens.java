package org.imageingest.testkit.token;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

/**
 * An issuer of access tokens with a key of its own.
 */
public final class TestTokens {

	/** The {@code aud} that the REST service asks for. */
	public static final String AUDIENCE = "image-ingest";

	private static final Duration VALIDITY = Duration.ofMinutes(10);

	private final KeyPair keys;

	/**
	 * Makes a key.
	 * @throws GeneralSecurityException if this JVM cannot
	 */
	public TestTokens() throws GeneralSecurityException {
		KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
		generator.initialize(2048);
		this.keys = generator.generateKeyPair();
	}

	/**
	 * Writes what a service needs to check the tokens.
	 * @param folder where to
	 * @return a PEM file
	 * @throws IOException if the disk fails
	 */
	public Path writePublicKey(Path folder) throws IOException {
		String pem = "-----BEGIN PUBLIC KEY-----\n"
				+ Base64.getMimeEncoder().encodeToString(this.keys.getPublic().getEncoded())
				+ "\n-----END PUBLIC KEY-----\n";
		return Files.writeString(folder.resolve("public.pem"), pem);
	}

	/**
	 * Makes a token that is good for ten minutes.
	 * @param owner who it stands for
	 * @param scope what it allows, separated by spaces
	 * @return a compact JWT
	 */
	public String of(String owner, String scope) {
		return of(owner, scope, AUDIENCE, Instant.now().plus(VALIDITY));
	}

	/**
	 * Makes a token, also one that is to be refused.
	 * @param owner who it stands for
	 * @param scope what it allows, separated by spaces
	 * @param audience which service it is for
	 * @param expiresAt how long it is good
	 * @return a compact JWT
	 */
	public String of(String owner, String scope, String audience, Instant expiresAt) {
		JWTClaimsSet claims = new JWTClaimsSet.Builder().subject(owner)
			.audience(audience)
			.claim("scope", scope)
			.expirationTime(Date.from(expiresAt))
			.build();
		SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.RS256), claims);
		try {
			token.sign(new RSASSASigner(this.keys.getPrivate()));
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
		return token.serialize();
	}

}
