package org.imageingest.source.security;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerProperties;
import org.springframework.security.oauth2.server.resource.OAuth2ProtectedResourceMetadata;
import org.springframework.stereotype.Component;

/**
 * Whose tokens are taken. Stops a start with settings by which no token, or every token
 * of the issuer, would be accepted.
 */
@Component
class TokenSettings {

	private static final String PREFIX = "spring.security.oauth2.resourceserver.jwt.";

	private final @Nullable String issuer;

	TokenSettings(OAuth2ResourceServerProperties properties) {
		OAuth2ResourceServerProperties.Jwt jwt = properties.getJwt();
		if (isBlank(jwt.getIssuerUri()) && isBlank(jwt.getJwkSetUri()) && jwt.getPublicKeyLocation() == null) {
			throw new InvalidConfigurationPropertyValueException(PREFIX + "issuer-uri", jwt.getIssuerUri(),
					"Nobody's tokens could be checked: set the address of the issuer (" + PREFIX
							+ "issuer-uri), of its keys (" + PREFIX + "jwk-set-uri), or of a single public key ("
							+ PREFIX + "public-key-location)");
		}
		this.issuer = jwt.getIssuerUri();
		List<String> audiences = jwt.getAudiences();
		if (audiences == null || audiences.isEmpty() || audiences.stream().anyMatch(TokenSettings::isBlank)) {
			throw new InvalidConfigurationPropertyValueException(PREFIX + "audiences", audiences,
					"Tokens that the issuer made for another service would be accepted: name what stands in the"
							+ " 'aud' of those for this one");
		}
	}

	/**
	 * Tells clients where to get a token.
	 * @param metadata what is told at {@code /.well-known/oauth-protected-resource}
	 * @see <a href="https://www.rfc-editor.org/rfc/rfc9728">RFC 9728</a>
	 */
	void describe(OAuth2ProtectedResourceMetadata.Builder metadata) {
		if (!isBlank(this.issuer)) {
			metadata.authorizationServer(this.issuer);
		}
		for (Scope scope : Scope.values()) {
			metadata.scope(scope.code());
		}
		metadata.resourceName("image-ingest").tlsClientCertificateBoundAccessTokens(false);
	}

	private static boolean isBlank(@Nullable String text) {
		return text == null || text.isBlank();
	}

}
