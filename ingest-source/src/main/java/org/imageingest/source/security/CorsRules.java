package org.imageingest.source.security;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import org.imageingest.model.problem.Problem;
import org.imageingest.model.problem.ProblemType;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.DefaultCorsProcessor;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;

/**
 * Lets scripts of the named web sites call the API.
 */
@Component
class CorsRules {

	private static final List<String> REQUEST_HEADERS = List.of(HttpHeaders.AUTHORIZATION, HttpHeaders.CONTENT_TYPE,
			"Idempotency-Key", "Last-Event-ID");

	private static final List<String> EXPOSED_HEADERS = List.of(HttpHeaders.LOCATION, HttpHeaders.RETRY_AFTER,
			HttpHeaders.WWW_AUTHENTICATE);

	private final CorsProperties properties;

	private final JsonMapper json;

	CorsRules(CorsProperties properties, JsonMapper json) {
		this.properties = properties;
		this.json = json;
	}

	boolean isEmpty() {
		return this.properties.allowedOrigins().isEmpty();
	}

	/** No cookies are taken, so none are allowed. */
	CorsFilter filter() {
		CorsConfiguration rules = new CorsConfiguration();
		rules.setAllowedOrigins(this.properties.allowedOrigins());
		rules.setAllowedMethods(List.of(HttpMethod.GET.name(), HttpMethod.HEAD.name(), HttpMethod.POST.name(),
				HttpMethod.DELETE.name()));
		rules.setAllowedHeaders(REQUEST_HEADERS);
		rules.setExposedHeaders(EXPOSED_HEADERS);
		rules.setMaxAge(Duration.ofHours(1));
		UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
		source.registerCorsConfiguration("/api/v1/**", rules);
		CorsFilter filter = new CorsFilter(source);
		filter.setCorsProcessor(new Processor());
		return filter;
	}

	/** Refuses with a problem document. */
	private final class Processor extends DefaultCorsProcessor {

		@Override
		protected void rejectRequest(ServerHttpResponse response) throws IOException {
			Problem problem = Problem.of(ProblemType.FORBIDDEN,
					"Scripts of this web site may not make this call: see ingest.cors.allowed-origins");
			response.setStatusCode(HttpStatusCode.valueOf(problem.status()));
			response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
			response.getBody().write(CorsRules.this.json.writeValueAsString(problem).getBytes(StandardCharsets.UTF_8));
			response.flush();
		}

	}

}
