package org.imageingest.source.status;

import java.security.Principal;
import java.util.Optional;

import org.imageingest.model.problem.Problem;
import org.imageingest.model.problem.ProblemException;
import org.imageingest.model.problem.ProblemType;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells clients what became of their jobs and batches.
 */
@RestController
@RequestMapping("/api/v1/ingest/status")
class StatusController {

	private final StatusReader statuses;

	StatusController(StatusReader statuses) {
		this.statuses = statuses;
	}

	@GetMapping("/{id}")
	ResponseEntity<?> status(@PathVariable String id, Principal owner) {
		Optional<?> status = this.statuses.of(id, owner.getName());
		return ResponseEntity.ok()
			.cacheControl(CacheControl.noStore())
			.body(status.orElseThrow(
					() -> new ProblemException(Problem.of(ProblemType.NOT_FOUND, "There is no such job or batch"))));
	}

}
