package org.imageingest.standalone.host;

import java.io.IOException;
import java.util.Locale;
import java.util.Set;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.imageingest.model.problem.Problem;
import org.imageingest.model.problem.ProblemType;
import org.imageingest.source.web.SecurityHeaders;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses requests under any name but this machine's own. A web site whose name is made
 * to resolve to 127.0.0.1 could otherwise talk to the service from the user's browser.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#name-421-misdirected-request">421
 * Misdirected Request</a>
 */
final class HostCheckFilter extends OncePerRequestFilter {

	private static final Set<String> OWN_NAMES = Set.of("127.0.0.1", "localhost", "[::1]");

	private final JsonMapper json;

	HostCheckFilter(JsonMapper json) {
		this.json = json;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (OWN_NAMES.contains(request.getServerName().toLowerCase(Locale.ROOT))) {
			chain.doFilter(request, response);
			return;
		}
		ProblemType type = ProblemType.MISDIRECTED_REQUEST;
		Problem problem = Problem.of(type, "This service answers only under 127.0.0.1, localhost and [::1].")
			.at(request.getRequestURI());
		SecurityHeaders.setOnError(response);
		response.setStatus(type.status());
		response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		this.json.writeValue(response.getOutputStream(), problem);
	}

}
