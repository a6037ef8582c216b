package org.imageingest.source.retry;

import java.net.URI;
import java.security.Principal;
import java.util.List;

import org.imageingest.model.identity.Identifiers;
import org.imageingest.model.problem.Problem;
import org.imageingest.model.problem.ProblemException;
import org.imageingest.model.problem.ProblemType;
import org.imageingest.source.health.AdmissionControl;
import org.imageingest.source.job.Batch;
import org.imageingest.source.job.BatchRepository;
import org.imageingest.source.job.Job;
import org.imageingest.source.job.JobRepository;
import org.imageingest.source.job.JobState;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes retries of jobs and batches.
 */
@RestController
@RequestMapping("/api/v1/ingest")
class RetryController {

	private final AdmissionControl admission;

	private final JobRepository jobs;

	private final BatchRepository batches;

	private final JobRetry retry;

	RetryController(AdmissionControl admission, JobRepository jobs, BatchRepository batches, JobRetry retry) {
		this.admission = admission;
		this.jobs = jobs;
		this.batches = batches;
		this.retry = retry;
	}

	// Before it acts: an answer that nobody takes would come too late.
	@PostMapping(path = "/{id}/retry", produces = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<?> retry(@PathVariable String id, Principal owner) {
		return Identifiers.isBatchId(id) ? retryBatch(id, owner.getName()) : retryJob(id, owner.getName());
	}

	private ResponseEntity<RetriedJob> retryJob(String id, String owner) {
		Job job = this.jobs.find(id, owner)
			.orElseThrow(() -> new ProblemException(Problem.of(ProblemType.NOT_FOUND, "There is no such job")));
		this.admission.check();
		Job retried = this.retry.retry(job);
		return ResponseEntity.accepted()
			.location(status(id))
			.body(new RetriedJob(id, retried.state().code(), retried.attempt()));
	}

	private ResponseEntity<RetriedBatch> retryBatch(String id, String owner) {
		Batch batch = this.batches.find(id, owner)
			.orElseThrow(() -> new ProblemException(Problem.of(ProblemType.NOT_FOUND, "There is no such batch")));
		this.admission.check();
		List<Job> failed = batch.jobs().values().stream().filter((job) -> job.state() == JobState.FAILED).toList();
		long retried = failed.stream().filter(this::isRetried).count();
		if (retried == 0) {
			throw new ProblemException(Problem.of(ProblemType.NOT_RETRYABLE,
					"None of the " + failed.size() + " failed jobs of the batch can be retried"));
		}
		return ResponseEntity.accepted()
			.location(status(id))
			.body(new RetriedBatch(id, JobState.PROCESSING.code(), retried));
	}

	private boolean isRetried(Job job) {
		try {
			this.retry.retry(job);
			return true;
		}
		catch (ProblemException ex) {
			// One job that cannot be retried keeps none of the others back.
			return false;
		}
	}

	private static URI status(String id) {
		return URI.create("/api/v1/ingest/status/" + id);
	}

	/**
	 * Answer to the retry of a job.
	 *
	 * @param jobId where to ask for it
	 * @param status always {@code processing}
	 * @param attempt number of the new attempt
	 */
	record RetriedJob(String jobId, String status, int attempt) {
	}

	/**
	 * Answer to the retry of a batch.
	 *
	 * @param batchId where to ask for it
	 * @param status always {@code processing}
	 * @param retried number of jobs sent on their way again
	 */
	record RetriedBatch(String batchId, String status, long retried) {
	}

}
