package org.imageingest.source.security;

import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;

/**
 * Takes only subjects that can own something: the database keeps 255 characters, and no
 * control characters.
 *
 * @see <a href="https://openid.net/specs/openid-connect-core-1_0.html#IDToken">OpenID
 * Connect, which allows 255 characters</a>
 */
@Component
class SubjectValidator implements OAuth2TokenValidator<Jwt> {

	private static final int MAX_LENGTH = 255;

	@Override
	public OAuth2TokenValidatorResult validate(Jwt token) {
		String fault = fault(token.getSubject());
		return (fault == null) ? OAuth2TokenValidatorResult.success() : OAuth2TokenValidatorResult
			.failure(new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN, "The sub claim " + fault, null));
	}

	private static @Nullable String fault(@Nullable String subject) {
		if (subject == null || subject.isBlank()) {
			return "is missing";
		}
		if (subject.length() > MAX_LENGTH) {
			return "is longer than " + MAX_LENGTH + " characters: " + subject.length();
		}
		return subject.chars().anyMatch(Character::isISOControl) ? "has control characters" : null;
	}

}
