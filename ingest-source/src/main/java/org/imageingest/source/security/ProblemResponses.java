package org.imageingest.source.security;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.imageingest.model.problem.Problem;
import org.imageingest.model.problem.ProblemType;
import org.imageingest.source.web.SecurityHeaders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * Answers refused requests: the header that RFC 6750 asks for, and a problem document.
 */
@Component
class ProblemResponses {

	private static final Logger log = LoggerFactory.getLogger(ProblemResponses.class);

	private static final String RETRY_AFTER_SECONDS = "5";

	private final BearerTokenAuthenticationEntryPoint unauthorized = new BearerTokenAuthenticationEntryPoint();

	private final JsonMapper json;

	ProblemResponses(JsonMapper json) {
		this.json = json;
	}

	void unauthorized(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
			throws IOException {
		if (cause instanceof AuthenticationServiceException) {
			log.warn("Tokens cannot be checked", cause);
			response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
			write(request, response, Problem.of(ProblemType.SERVICE_UNAVAILABLE,
					"The keys of the token's issuer cannot be had at the moment"));
			return;
		}
		this.unauthorized.commence(request, response, cause);
		write(request, response, Problem.of(ProblemType.UNAUTHORIZED, reason(cause)));
	}

	void forbidden(HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause)
			throws IOException {
		String scope = Scope.neededFor(request).code();
		response.addHeader(HttpHeaders.WWW_AUTHENTICATE,
				"Bearer error=\"insufficient_scope\", error_description=\"This call needs the scope " + scope
						+ "\", scope=\"" + scope + "\"");
		write(request, response, Problem.of(ProblemType.FORBIDDEN,
				"The token does not carry the scope " + scope + ", which this call needs"));
	}

	/** A request that looks like an attack: nothing behind has seen it. */
	void rejected(HttpServletRequest request, HttpServletResponse response, RequestRejectedException cause)
			throws IOException {
		log.debug("A request was rejected", cause);
		SecurityHeaders.setOnError(response);
		write(request, response, Problem.of(ProblemType.INVALID_REQUEST,
				"The path, the method or a header has characters that are not accepted"));
	}

	private static String reason(AuthenticationException cause) {
		String detail = "A valid bearer token is needed: Authorization: Bearer ...";
		if (cause instanceof OAuth2AuthenticationException refused
				&& StringUtils.hasText(refused.getError().getDescription())) {
			return detail + " (" + refused.getError().getDescription() + ")";
		}
		return detail;
	}

	private void write(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
		response.setStatus(problem.status());
		response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		response.getOutputStream().write(this.json.writeValueAsBytes(problem.at(request.getRequestURI())));
	}

}
