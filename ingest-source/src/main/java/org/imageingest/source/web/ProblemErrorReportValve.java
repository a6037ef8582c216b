package org.imageingest.source.web;

import java.io.IOException;
import java.io.OutputStream;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.imageingest.model.problem.Problem;
import org.imageingest.model.problem.ProblemType;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.MediaType;

/**
 * Answers what Tomcat refuses before the application sees it, such as a line or header
 * that is no HTTP, as a problem document. Tomcat's own page would name the server and the
 * exception.
 */
class ProblemErrorReportValve extends ErrorReportValve {

	private static final Logger log = LoggerFactory.getLogger(ProblemErrorReportValve.class);

	private final JsonMapper json;

	ProblemErrorReportValve(JsonMapper json) {
		this.json = json;
	}

	@Override
	protected void report(Request request, Response response, @Nullable Throwable throwable) {
		// An answer that was begun is not spoilt by another one behind it.
		if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
			return;
		}
		ProblemType type = ProblemTypes.ofStatus(response.getStatus());
		try {
			write(request, response, Problem.of(type, detail(response.getStatus(), type)));
		}
		catch (IOException ex) {
			log.debug("The client left before it was told of status {}", response.getStatus(), ex);
		}
	}

	private static String detail(int status, ProblemType type) {
		return switch (status) {
			case 400 -> "The request is no well-formed HTTP: look at its line, its path and the size of its headers";
			case 414 -> "The address of the request is too long";
			case 431 -> "The headers of the request are too large";
			case 501 -> "The transfer coding of the request is not understood";
			case 505 -> "The version of the protocol is not understood";
			default -> type.title();
		};
	}

	private void write(Request request, Response response, Problem problem) throws IOException {
		SecurityHeaders.setOnError(response);
		response.setStatus(problem.status());
		response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		byte[] body = this.json
			.writeValueAsBytes((request.getRequestURI() != null) ? problem.at(request.getRequestURI()) : problem);
		response.setContentLength(body.length);
		// Nobody else can have asked for a writer: nothing has been written.
		try (OutputStream out = response.getOutputStream()) {
			out.write(body);
		}
		response.finishResponse();
	}

}
