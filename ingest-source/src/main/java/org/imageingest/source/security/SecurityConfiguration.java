package org.imageingest.source.security;

import java.util.Arrays;
import java.util.stream.Stream;

import org.imageingest.source.web.SecurityHeaders;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Bearer tokens and their scopes. The owner of everything is the token's subject.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

	private static final String[] PAGE = { "/", "/index.html", "/page/**", "/favicon.ico" };

	private static final String[] DOCUMENTATION = { "/docs/**", "/swagger-ui/**", "/problems/**", "/api/v1/openapi/**",
			"/api/v1/openapi.json", "/api/v1/openapi.yaml" };

	private static final String[] HEALTH = { "/health", "/api/v1/health", "/actuator/health/**" };

	@Bean
	@Order(1)
	SecurityFilterChain pageSecurity(HttpSecurity http, ContentPolicies policies) {
		return open(http, reading(PAGE),
				(request, response) -> response.setHeader(SecurityHeaders.CONTENT_POLICY, policies.page()));
	}

	@Bean
	@Order(2)
	SecurityFilterChain documentationSecurity(HttpSecurity http) {
		return open(http, reading(DOCUMENTATION), policy(ContentPolicies.DOCUMENTATION));
	}

	@Bean
	SecurityFilterChain apiSecurity(HttpSecurity http, ProblemResponses problems, TokenSettings settings,
			CorsRules cors) {
		if (!cors.isEmpty()) {
			http.addFilter(cors.filter());
		}
		return common(http, policy(SecurityHeaders.NOTHING))
			.authorizeHttpRequests((requests) -> requests.requestMatchers(reading(HEALTH))
				.permitAll()
				.requestMatchers("/error")
				.permitAll()
				.anyRequest()
				.access(Scope.needed()))
			.oauth2ResourceServer((server) -> server.jwt(Customizer.withDefaults())
				.protectedResourceMetadata(
						(metadata) -> metadata.protectedResourceMetadataCustomizer(settings::describe))
				.authenticationEntryPoint(problems::unauthorized)
				.accessDeniedHandler(problems::forbidden)
				.withObjectPostProcessor(new ObjectPostProcessor<BearerTokenAuthenticationFilter>() {
					@Override
					public <T extends BearerTokenAuthenticationFilter> T postProcess(T filter) {
						// Also when the issuer's keys cannot be had, which is thrown
						// otherwise.
						filter.setAuthenticationFailureHandler(problems::unauthorized);
						return filter;
					}
				}))
			.exceptionHandling((exceptions) -> exceptions.authenticationEntryPoint(problems::unauthorized)
				.accessDeniedHandler(problems::forbidden))
			.build();
	}

	@Bean
	RequestRejectedHandler requestRejectedHandler(ProblemResponses problems) {
		return problems::rejected;
	}

	private static SecurityFilterChain open(HttpSecurity http, RequestMatcher what, HeaderWriter policy) {
		return common(http, policy).securityMatcher(what)
			.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
			.build();
	}

	private static HttpSecurity common(HttpSecurity http, HeaderWriter policy) {
		return http
			// No cookies, so nothing to forge across sites.
			.csrf(AbstractHttpConfigurer::disable)
			.cors(AbstractHttpConfigurer::disable)
			.sessionManagement((sessions) -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.headers((headers) -> {
				// Replaced by the same ones that answers outside of this chain carry.
				headers.contentTypeOptions(HeadersConfigurer.ContentTypeOptionsConfig::disable);
				headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::disable);
				headers.xssProtection(HeadersConfigurer.XXssConfig::disable);
				SecurityHeaders.always()
					.forEach((name, value) -> headers.addHeaderWriter(new StaticHeadersWriter(name, value)));
				headers.addHeaderWriter(policy);
			});
	}

	private static HeaderWriter policy(String policy) {
		return new StaticHeadersWriter(SecurityHeaders.CONTENT_POLICY, policy);
	}

	private static RequestMatcher reading(String... paths) {
		PathPatternRequestMatcher.Builder builder = PathPatternRequestMatcher.withDefaults();
		RequestMatcher[] matchers = Stream.of(HttpMethod.GET, HttpMethod.HEAD)
			.flatMap((method) -> Arrays.stream(paths).map((path) -> builder.matcher(method, path)))
			.toArray(RequestMatcher[]::new);
		return new OrRequestMatcher(matchers);
	}

}
