package org.imageingest.bulk.launch;

import org.imageingest.bulk.reprocess.ReprocessParameters;
import org.imageingest.photo.ImageProperties;
import org.imageingest.store.ImageDocuments;

import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Starts re-processing, or takes it up. A recipe that has changed since makes another
 * instance: what is done by the old one is not done by the new one.
 */
@Component
public class ReprocessLauncher implements BulkLauncher {

	private final Job job;

	private final InstanceLauncher instances;

	private final ImageDocuments documents;

	private final int recipeVersion;

	ReprocessLauncher(@Qualifier("reprocessJob") Job job, InstanceLauncher instances, ImageDocuments documents,
			ImageProperties image) {
		this.job = job;
		this.instances = instances;
		this.documents = documents;
		this.recipeVersion = image.recipeVersion();
	}

	@Override
	public String job() {
		return this.job.getName();
	}

	@Override
	public JobExecution launch(JobParameters requested) throws JobExecutionException {
		ReprocessParameters parameters = ReprocessParameters.of(requested, this.recipeVersion);
		parameters.source(this.documents).check();
		return this.instances.launch(this.job, parameters.run(), parameters::toJobParameters);
	}

}
