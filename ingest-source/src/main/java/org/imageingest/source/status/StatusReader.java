package org.imageingest.source.status;

import java.util.Optional;

import org.imageingest.model.identity.Identifiers;
import org.imageingest.source.job.BatchRepository;
import org.imageingest.source.job.JobRepository;
import org.imageingest.source.progress.EndStatus;

import org.springframework.stereotype.Component;

/**
 * Reads the status of a job or batch, whether it was asked for or ends a stream.
 */
@Component
class StatusReader implements EndStatus {

	private final JobRepository jobs;

	private final JobStatusViews views;

	private final BatchRepository batches;

	StatusReader(JobRepository jobs, JobStatusViews views, BatchRepository batches) {
		this.jobs = jobs;
		this.views = views;
		this.batches = batches;
	}

	@Override
	public Optional<?> of(String id, String owner) {
		return Identifiers.isBatchId(id) ? batch(id, owner) : job(id, owner);
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
