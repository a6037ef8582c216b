package org.imageingest.source.listing;

import java.security.Principal;
import java.util.Arrays;
import java.util.stream.Collectors;

import org.imageingest.model.problem.Problem;
import org.imageingest.model.problem.ProblemException;
import org.imageingest.model.problem.ProblemType;
import org.imageingest.source.job.JobState;
import org.jspecify.annotations.Nullable;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Lists the caller's jobs.
 */
@RestController
class JobListController {

	private static final int MAX_LIMIT = 200;

	private final JobList jobs;

	JobListController(JobList jobs) {
		this.jobs = jobs;
	}

	@GetMapping("/api/v1/ingest/jobs")
	ResponseEntity<JobPage> jobs(@RequestParam(required = false) @Nullable String status,
			@RequestParam(defaultValue = "50") int limit, @RequestParam(required = false) @Nullable String cursor,
			Principal owner) {
		JobPage page = this.jobs.page(owner.getName(), (status != null) ? state(status) : null, checked(limit),
				(cursor != null) ? JobCursor.parse(cursor) : null);
		return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(page);
	}

	private static int checked(int limit) {
		if (limit < 1) {
			throw new ProblemException(Problem.of(ProblemType.INVALID_REQUEST,
					"The limit is %d, but has to be 1 to %d".formatted(limit, MAX_LIMIT)));
		}
		if (limit > MAX_LIMIT) {
			throw new ProblemException(Problem.overLimit(ProblemType.INVALID_REQUEST,
					"The limit is %d, but at most %d jobs are listed at once".formatted(limit, MAX_LIMIT), MAX_LIMIT,
					limit));
		}
		return limit;
	}

	private static JobState state(String status) {
		return Arrays.stream(JobState.values())
			.filter((state) -> state.code().equals(status))
			.findAny()
			.orElseThrow(() -> new ProblemException(
					Problem.of(ProblemType.INVALID_REQUEST, "No job has the status asked for; there are " + states())));
	}

	private static String states() {
		return Arrays.stream(JobState.values()).map(JobState::code).collect(Collectors.joining(", "));
	}

}
