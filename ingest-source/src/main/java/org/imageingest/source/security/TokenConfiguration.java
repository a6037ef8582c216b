package org.imageingest.source.security;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;

/**
 * What is asked of a token besides its signature, issuer and audience, which Spring Boot
 * looks at. Each takes the place of the default of its type.
 */
@Configuration(proxyBeanMethods = false)
class TokenConfiguration {

	@Bean
	JwtTimestampValidator tokenTimes() {
		JwtTimestampValidator times = new JwtTimestampValidator();
		// A token that never ends cannot be taken back either.
		times.setAllowEmptyExpiryClaim(false);
		return times;
	}

	/**
	 * Takes plain tokens and those marked as access tokens.
	 * @return the validator
	 * @see <a href="https://www.rfc-editor.org/rfc/rfc9068#section-2.1">RFC 9068</a>
	 */
	@Bean
	JwtTypeValidator tokenType() {
		JwtTypeValidator type = new JwtTypeValidator("JWT", "at+jwt", "application/at+jwt");
		type.setAllowEmpty(true);
		return type;
	}

}
