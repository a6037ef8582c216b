package org.imageingest.source.security;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;

/**
 * An issuer of tokens as services find them on the web: its description and its keys over
 * HTTP.
 */
final class TestIssuer implements AutoCloseable {

	private final HttpServer server;

	private final RSAKey key;

	private TestIssuer(HttpServer server, RSAKey key) {
		this.server = server;
		this.key = key;
	}

	static TestIssuer start() throws IOException, JOSEException {
		HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		TestIssuer issuer = new TestIssuer(server, newKey());
		issuer.serve("/.well-known/openid-configuration",
				"{\"issuer\":\"" + issuer.uri() + "\",\"jwks_uri\":\"" + issuer.keys() + "\"}");
		issuer.serve("/keys", new JWKSet(issuer.key.toPublicJWK()).toString());
		server.start();
		return issuer;
	}

	private void serve(String path, String json) {
		this.server.createContext(path, (exchange) -> {
			byte[] body = json.getBytes(StandardCharsets.UTF_8);
			exchange.getResponseHeaders().set("Content-Type", "application/json");
			exchange.sendResponseHeaders(200, body.length);
			exchange.getResponseBody().write(body);
			exchange.close();
		});
	}

	String uri() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort();
	}

	String keys() {
		return uri() + "/keys";
	}

	/** Claims of a token that is good for a minute. */
	JWTClaimsSet.Builder claims() {
		Instant now = Instant.now();
		return new JWTClaimsSet.Builder().issuer(uri())
			.subject("anna")
			.audience(List.of("image-ingest"))
			.claim("scope", "ingest:read ingest:write")
			.issueTime(Date.from(now))
			.expirationTime(Date.from(now.plusSeconds(60)));
	}

	String sign(JWTClaimsSet.Builder claims) throws JOSEException {
		return sign(claims, this.key, new JOSEObjectType("at+jwt"));
	}

	/** Signs with another key under the name of this issuer's. */
	String signWithForeignKey(JWTClaimsSet.Builder claims) throws JOSEException {
		return sign(claims, newKey(), JOSEObjectType.JWT);
	}

	String signAs(String type, JWTClaimsSet.Builder claims) throws JOSEException {
		return sign(claims, this.key, new JOSEObjectType(type));
	}

	private static String sign(JWTClaimsSet.Builder claims, RSAKey key, JOSEObjectType type) throws JOSEException {
		SignedJWT token = new SignedJWT(
				new JWSHeader.Builder(JWSAlgorithm.RS256).type(type).keyID(key.getKeyID()).build(), claims.build());
		token.sign(new RSASSASigner(key));
		return token.serialize();
	}

	private static RSAKey newKey() throws JOSEException {
		return new RSAKeyGenerator(2048).keyID("first").generate();
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}
