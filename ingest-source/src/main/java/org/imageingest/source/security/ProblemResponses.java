package org.imageingest.source.security;

import java.io.IOException;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.imageingest.model.problem.Problem;
import org.imageingest.model.problem.ProblemType;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.oauth2.server.resource.web.access.BearerTokenAccessDeniedHandler;
import org.springframework.stereotype.Component;

/**
 * Answers refused requests: the header that RFC 6750 asks for, and a problem document.
 */
@Component
class ProblemResponses {

	private final BearerTokenAuthenticationEntryPoint unauthorized = new BearerTokenAuthenticationEntryPoint();

	private final BearerTokenAccessDeniedHandler forbidden = new BearerTokenAccessDeniedHandler();

	private final JsonMapper json;

	ProblemResponses(JsonMapper json) {
		this.json = json;
	}

	void unauthorized(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
			throws IOException, ServletException {
		this.unauthorized.commence(request, response, cause);
		write(request, response,
				Problem.of(ProblemType.UNAUTHORIZED, "A valid bearer token is needed: Authorization: Bearer ..."));
	}

	void forbidden(HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause)
			throws IOException, ServletException {
		this.forbidden.handle(request, response, cause);
		write(request, response, Problem.of(ProblemType.FORBIDDEN, "The token does not carry the scope for this call"));
	}

	private void write(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
		response.setStatus(problem.status());
		response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		response.getOutputStream().write(this.json.writeValueAsBytes(problem.at(request.getRequestURI())));
	}

}
