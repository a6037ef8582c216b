package org.imageingest.source.status;

import java.security.Principal;
import java.util.Optional;

import org.imageingest.model.identity.Identifiers;
import org.imageingest.model.problem.Problem;
import org.imageingest.model.problem.ProblemException;
import org.imageingest.model.problem.ProblemType;
import org.imageingest.source.job.Job;
import org.imageingest.source.job.JobRepository;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells clients what became of their jobs.
 */
@RestController
@RequestMapping("/api/v1/ingest/status")
class StatusController {

	private final JobRepository jobs;

	private final JobStatusViews views;

	StatusController(JobRepository jobs, JobStatusViews views) {
		this.jobs = jobs;
		this.views = views;
	}

	@GetMapping("/{id}")
	ResponseEntity<JobStatusView> status(@PathVariable String id, Principal owner) {
		Job job = Optional.of(id)
			.filter(Identifiers::isJobId)
			.flatMap((jobId) -> this.jobs.find(jobId, owner.getName()))
			.orElseThrow(() -> new ProblemException(Problem.of(ProblemType.NOT_FOUND, "There is no such job")));
		return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(this.views.of(job));
	}

}
