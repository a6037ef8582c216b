package org.imageingest.source.cancel;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.imageingest.model.identity.Identifiers;
import org.imageingest.model.problem.Problem;
import org.imageingest.model.problem.ProblemException;
import org.imageingest.model.problem.ProblemType;
import org.imageingest.source.job.BatchRepository;
import org.imageingest.source.job.Job;
import org.imageingest.source.job.JobRepository;
import org.imageingest.source.job.JobState;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes cancellations of jobs and batches.
 */
@RestController
@RequestMapping("/api/v1/ingest")
class CancelController {

	private final JobRepository jobs;

	private final BatchRepository batches;

	private final JobCancellation cancellation;

	CancelController(JobRepository jobs, BatchRepository batches, JobCancellation cancellation) {
		this.jobs = jobs;
		this.batches = batches;
		this.cancellation = cancellation;
	}

	// Before it acts: an answer that nobody takes would come too late.
	@DeleteMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<?> cancel(@PathVariable String id, Principal owner) {
		return Identifiers.isBatchId(id) ? cancelBatch(id, owner.getName()) : cancelJob(id, owner.getName());
	}

	private ResponseEntity<CancelledJob> cancelJob(String id, String owner) {
		find(id, owner);
		this.cancellation.cancel(List.of(id), CancelDetail.CANCELLED_BY_CLIENT);
		JobState state = find(id, owner).state();
		return switch (state) {
			// Processing: a retry came between the two looks, later than this request.
			case PROCESSING, CANCELLING ->
				ResponseEntity.accepted().body(new CancelledJob(id, JobState.CANCELLING.code()));
			case CANCELLED -> ResponseEntity.ok(new CancelledJob(id, state.code()));
			case COMPLETED, FAILED -> throw new ProblemException(
					Problem.of(ProblemType.JOB_ENDED, "The job has " + state.code() + " and cannot be cancelled"));
		};
	}

	private Job find(String id, String owner) {
		return this.jobs.find(id, owner)
			.orElseThrow(() -> new ProblemException(Problem.of(ProblemType.NOT_FOUND, "There is no such job")));
	}

	private ResponseEntity<CancelledBatch> cancelBatch(String id, String owner) {
		this.cancellation.cancel(jobsOf(id, owner).map(Job::jobId).toList(), CancelDetail.CANCELLED_BY_CLIENT);
		Map<JobState, Long> states = jobsOf(id, owner)
			.collect(Collectors.groupingBy(Job::state, Collectors.counting()));
		long cancelling = states.getOrDefault(JobState.CANCELLING, 0L);
		if (cancelling > 0) {
			return ResponseEntity.accepted().body(new CancelledBatch(id, JobState.CANCELLING.code(), cancelling));
		}
		if (states.containsKey(JobState.CANCELLED)) {
			return ResponseEntity.ok(new CancelledBatch(id, JobState.CANCELLED.code(), 0));
		}
		throw new ProblemException(
				Problem.of(ProblemType.JOB_ENDED, "All jobs of the batch have ended and cannot be cancelled"));
	}

	private Stream<Job> jobsOf(String id, String owner) {
		return this.batches.find(id, owner)
			.orElseThrow(() -> new ProblemException(Problem.of(ProblemType.NOT_FOUND, "There is no such batch")))
			.jobs()
			.values()
			.stream();
	}

	/**
	 * Answer to the cancellation of a job.
	 *
	 * @param jobId the job
	 * @param status {@code cancelling} until the pipeline has stopped, then
	 * {@code cancelled}
	 */
	record CancelledJob(String jobId, String status) {
	}

	/**
	 * Answer to the cancellation of a batch.
	 *
	 * @param batchId the batch
	 * @param status {@code cancelling} while any of its jobs is, then {@code cancelled}
	 * @param cancelling number of its jobs that the pipeline has not stopped yet
	 */
	record CancelledBatch(String batchId, String status, long cancelling) {
	}

}
