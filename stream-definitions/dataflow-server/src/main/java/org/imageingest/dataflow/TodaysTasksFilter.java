package org.imageingest.dataflow;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import javax.servlet.FilterChain;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Lets the dashboard show, launch, stop and restart tasks of Spring Boot 3 and later.
 */
@Component
class TodaysTasksFilter extends OncePerRequestFilter {

	private final ObjectMapper json;

	TodaysTasksFilter(ObjectMapper json) {
		this.json = json;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String path = request.getRequestURI();
		if (TodaysTasks.isOldLaunch(request.getMethod(), path)) {
			launch(request, response);
			return;
		}
		chain.doFilter(TodaysTasks.missingParameter(request.getMethod(), path)
			.map((parameter) -> (HttpServletRequest) new CompletedRequest(request, parameter.getKey(),
					parameter.getValue()))
			.orElse(request), response);
	}

	/** The dashboard wants the number of the execution alone, not a document. */
	private void launch(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
		ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
		request.getRequestDispatcher("/tasks/executions/launch").forward(request, answer);
		JsonNode launched = (answer.getStatus() < HttpServletResponse.SC_BAD_REQUEST)
				? this.json.readTree(answer.getContentAsByteArray()).path("executionId") : null;
		if (launched != null && !launched.isMissingNode()) {
			answer.resetBuffer();
			answer.setContentType(MediaType.APPLICATION_JSON_VALUE);
			// As a stream: the launch has taken the response as one already.
			answer.getOutputStream().write(launched.asText().getBytes(StandardCharsets.US_ASCII));
		}
		answer.copyBodyToResponse();
	}

}
