package org.imageingest.source.security;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Bearer tokens and their scopes. The owner of everything is the token's subject.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

	private static final String[] PAGE = { "/", "/index.html", "/page/**", "/favicon.ico" };

	private static final String WRITE = "SCOPE_ingest:write";

	private static final String READ = "SCOPE_ingest:read";

	private static final String ADMIN = "SCOPE_ingest:admin";

	@Bean
	SecurityFilterChain apiSecurity(HttpSecurity http, ProblemResponses problems) throws Exception {
		return http
			// No cookies, so nothing to forge across sites.
			.csrf((csrf) -> csrf.disable())
			.sessionManagement((sessions) -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.authorizeHttpRequests((requests) -> requests
				.requestMatchers(HttpMethod.GET, "/health", "/api/v1/health", "/actuator/health/**")
				.permitAll()
				.requestMatchers(HttpMethod.GET, PAGE)
				.permitAll()
				.requestMatchers("/error")
				.permitAll()
				.requestMatchers("/actuator/**")
				.hasAuthority(ADMIN)
				.requestMatchers(HttpMethod.GET, "/api/v1/**")
				.hasAuthority(READ)
				.requestMatchers("/api/v1/**")
				.hasAuthority(WRITE)
				.anyRequest()
				.authenticated())
			.oauth2ResourceServer((server) -> server.jwt(Customizer.withDefaults())
				.authenticationEntryPoint(problems::unauthorized)
				.accessDeniedHandler(problems::forbidden))
			.exceptionHandling((exceptions) -> exceptions.authenticationEntryPoint(problems::unauthorized)
				.accessDeniedHandler(problems::forbidden))
			.build();
	}

}
