package org.imageingest.source.web;

import java.time.Duration;

import org.imageingest.model.problem.Problem;
import org.imageingest.model.problem.ProblemException;
import org.imageingest.model.problem.ProblemType;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;

import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * Turns whatever goes wrong in a request into a problem document.
 */
@RestControllerAdvice
class ProblemHandler extends ResponseEntityExceptionHandler {

	private static final Logger log = LoggerFactory.getLogger(ProblemHandler.class);

	private static final String RETRY_AFTER_SECONDS = "5";

	@ExceptionHandler
	ResponseEntity<Object> handle(ProblemException ex, WebRequest request) {
		HttpHeaders headers = new HttpHeaders();
		ex.retryAfter().ifPresent((wait) -> headers.set(HttpHeaders.RETRY_AFTER, seconds(wait)));
		return answer(ex.problem(), headers, request);
	}

	@ExceptionHandler({ SdkException.class, DataAccessException.class, TransactionException.class })
	ResponseEntity<Object> handleDependency(RuntimeException ex, WebRequest request) {
		log.warn("{} cannot be answered", path(request), ex);
		String part = (ex instanceof SdkException) ? "object store" : "database";
		return answer(Problem.of(ProblemType.SERVICE_UNAVAILABLE, "The " + part + " does not answer"),
				new HttpHeaders(), request);
	}

	@ExceptionHandler
	ResponseEntity<Object> handleUnexpected(Exception ex, WebRequest request) {
		log.error("{} failed unexpectedly", path(request), ex);
		return answer(Problem.of(ProblemType.INTERNAL_ERROR, "The service failed; the operator finds why in its log"),
				new HttpHeaders(), request);
	}

	/** What Spring itself refuses. */
	@Override
	protected ResponseEntity<Object> handleExceptionInternal(Exception ex, @Nullable Object body, HttpHeaders headers,
			HttpStatusCode status, WebRequest request) {
		ProblemType type = ProblemTypes.ofStatus(status.value());
		String detail = (ex instanceof ErrorResponse response && response.getBody().getDetail() != null)
				? response.getBody().getDetail() : type.title();
		return answer(Problem.of(type, detail), headers, request);
	}

	private static ResponseEntity<Object> answer(Problem problem, HttpHeaders headers, WebRequest request) {
		HttpHeaders all = new HttpHeaders(headers);
		// Whatever the client accepts, an event stream included.
		all.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
		if (asksToWait(problem) && !all.containsHeader(HttpHeaders.RETRY_AFTER)) {
			all.set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
		}
		return ResponseEntity.status(problem.status()).headers(all).body(problem.at(path(request)));
	}

	private static boolean asksToWait(Problem problem) {
		return problem.status() == ProblemType.SERVICE_UNAVAILABLE.status()
				|| problem.status() == ProblemType.TOO_MANY_REQUESTS.status();
	}

	/** Rounded up: too early would be refused again. */
	private static String seconds(Duration wait) {
		return String.valueOf(Math.max(1, wait.plusMillis(999).toSeconds()));
	}

	private static String path(WebRequest request) {
		return ((ServletWebRequest) request).getRequest().getRequestURI();
	}

}
