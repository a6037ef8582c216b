package org.imageingest.standalone.files;

import java.time.Clock;

import org.imageingest.store.ObjectStore;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Lets the REST service serve the published objects itself: browsers cannot reach the
 * embedded object store, and need not.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FilesProperties.class)
public class FilesConfiguration {

	@Bean
	FileLinks fileLinks(FilesProperties properties, Clock clock) {
		return new FileLinks(properties.baseUrl(), properties.signingKey(), clock);
	}

	@Bean
	FilesController filesController(FileLinks links, ObjectStore store) {
		return new FilesController(links, store);
	}

	@Bean
	@Order(Ordered.HIGHEST_PRECEDENCE)
	SecurityFilterChain filesSecurity(HttpSecurity http) {
		// The signature in the link takes the place of the token.
		return http.securityMatcher(FileLinks.PATH + "**")
			.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
			.sessionManagement((sessions) -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.csrf(AbstractHttpConfigurer::disable)
			// Set per answer: a variant may be kept by the browser.
			.headers((headers) -> headers.cacheControl((caching) -> caching.disable()))
			.build();
	}

}
