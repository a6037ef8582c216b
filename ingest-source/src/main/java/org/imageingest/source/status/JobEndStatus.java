package org.imageingest.source.status;

import java.util.Optional;

import org.imageingest.model.identity.Identifiers;
import org.imageingest.source.job.JobRepository;
import org.imageingest.source.progress.EndStatus;

import org.springframework.stereotype.Component;

/**
 * The status that ends the stream of a job.
 */
@Component
class JobEndStatus implements EndStatus {

	private final JobRepository jobs;

	private final JobStatusViews views;

	JobEndStatus(JobRepository jobs, JobStatusViews views) {
		this.jobs = jobs;
		this.views = views;
	}

	@Override
	public Optional<JobStatusView> of(String id, String owner) {
		return Optional.of(id)
			.filter(Identifiers::isJobId)
			.flatMap((jobId) -> this.jobs.find(jobId, owner))
			.map(this.views::of);
	}

}
