package org.imageingest.bulk.launch;

import org.imageingest.bulk.imports.ImportParameters;
import org.imageingest.bulk.item.Sources;

import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Starts imports, or takes them up.
 */
@Component
public class ImportLauncher implements BulkLauncher {

	private final Job job;

	private final Sources sources;

	private final InstanceLauncher instances;

	ImportLauncher(@Qualifier("importJob") Job job, Sources sources, InstanceLauncher instances) {
		this.job = job;
		this.sources = sources;
		this.instances = instances;
	}

	@Override
	public String job() {
		return this.job.getName();
	}

	@Override
	public JobExecution launch(JobParameters requested) throws JobExecutionException {
		ImportParameters parameters = ImportParameters.of(requested);
		this.sources.find(parameters.source(), parameters.owner(), parameters.tags()).check();
		String source = this.sources.canonical(parameters.source());
		return this.instances.launch(this.job, parameters.run(), (run) -> parameters.toJobParameters(source, run));
	}

}
