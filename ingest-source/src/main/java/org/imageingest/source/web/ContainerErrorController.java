package org.imageingest.source.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.imageingest.model.problem.Problem;
import org.imageingest.model.problem.ProblemType;

import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Answers what fails outside of the controllers, such as in a filter.
 */
@RestController
class ContainerErrorController implements ErrorController {

	@RequestMapping("/error")
	ResponseEntity<Problem> error(HttpServletRequest request, HttpServletResponse response) {
		SecurityHeaders.setOnError(response);
		int status = (request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code) ? code
				: ProblemType.NOT_FOUND.status();
		ProblemType type = ProblemTypes.ofStatus(status);
		Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
		return ResponseEntity.status(type.status())
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.body(Problem.of(type, type.title()).at(String.valueOf(path)));
	}

}
