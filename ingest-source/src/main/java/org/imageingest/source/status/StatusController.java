package org.imageingest.source.status;

import java.security.Principal;
import java.util.Optional;

import org.imageingest.model.identity.Identifiers;
import org.imageingest.model.problem.Problem;
import org.imageingest.model.problem.ProblemException;
import org.imageingest.model.problem.ProblemType;
import org.imageingest.source.job.BatchRepository;
import org.imageingest.source.job.JobRepository;

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

	private final JobRepository jobs;

	private final JobStatusViews views;

	private final BatchRepository batches;

	StatusController(JobRepository jobs, JobStatusViews views, BatchRepository batches) {
		this.jobs = jobs;
		this.views = views;
		this.batches = batches;
	}

	@GetMapping("/{id}")
	ResponseEntity<?> status(@PathVariable String id, Principal owner) {
		Optional<?> view = Identifiers.isBatchId(id) ? batch(id, owner.getName()) : job(id, owner.getName());
		return ResponseEntity.ok()
			.cacheControl(CacheControl.noStore())
			.body(view.orElseThrow(
					() -> new ProblemException(Problem.of(ProblemType.NOT_FOUND, "There is no such job or batch"))));
	}

	private Optional<JobStatusView> job(String id, String owner) {
		return Optional.of(id)
			.filter(Identifiers::isJobId)
			.flatMap((jobId) -> this.jobs.find(jobId, owner))
			.map(this.views::of);
	}

	private Optional<BatchStatusView> batch(String id, String owner) {
		return this.batches.find(id, owner).map(BatchStatusView::of);
	}

}
