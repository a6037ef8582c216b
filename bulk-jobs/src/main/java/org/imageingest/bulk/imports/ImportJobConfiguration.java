package org.imageingest.bulk.imports;

import org.imageingest.bulk.item.PhotoFetcher;
import org.imageingest.bulk.item.Sources;
import org.imageingest.bulk.lease.LeaseOffice;
import org.imageingest.bulk.progress.ProgressLog;
import org.imageingest.bulk.skip.SkipReport;
import org.imageingest.bulk.step.CauseInWords;
import org.imageingest.bulk.step.Checkpoint;
import org.imageingest.bulk.step.ItemSteps;
import org.imageingest.bulk.step.JobRun;
import org.imageingest.bulk.step.SourceReader;
import org.imageingest.model.identity.IdentityKey;
import org.imageingest.photo.ImageProperties;
import org.imageingest.photo.VariantRendering;
import org.imageingest.store.ImageDocuments;
import org.imageingest.store.ImagePublisher;
import org.imageingest.workspace.Workspace;

import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.InvalidJobParametersException;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The job {@value ImportParameters#JOB}.
 */
@Configuration(proxyBeanMethods = false)
class ImportJobConfiguration {

	@Bean
	Job importJob(JobRepository repository, @Qualifier("importStep") Step step, SkipReport report, CauseInWords cause,
			ImageProperties image) {
		return new JobBuilder(ImportParameters.JOB, repository).listener(report)
			.listener(cause)
			.validator(ImportParameters.validator(image.metadata().allowLocationOptIn()))
			.start(step)
			.build();
	}

	@Bean
	Step importStep(ItemSteps steps, @Qualifier("sourceReader") SourceReader reader, PhotoImport processor) {
		return steps.step("import", reader, processor);
	}

	@Bean
	@StepScope
	SourceReader sourceReader(@Value("#{stepExecution}") StepExecution execution, Sources sources,
			Checkpoint checkpoint, ProgressLog progress) throws InvalidJobParametersException {
		ImportParameters parameters = parameters(execution);
		return new SourceReader(sources.find(parameters.source(), parameters.owner(), parameters.tags()),
				parameters.shard(), checkpoint, progress);
	}

	@Bean
	@StepScope
	PhotoImport photoImport(@Value("#{stepExecution}") StepExecution execution, LeaseOffice leases,
			PhotoFetcher fetcher, IdentityKey identityKey, ImageDocuments documents, VariantRendering rendering,
			ImagePublisher publisher, ImageProperties image, Workspace workspace) throws InvalidJobParametersException {
		JobRun run = JobRun.of(execution, leases.current());
		boolean keepLocation = parameters(execution).keepLocation();
		return new PhotoImport(run, leases.current(), fetcher, identityKey, documents, rendering, publisher,
				new ImportedImages(run, image.recipeVersion(), keepLocation), workspace, keepLocation);
	}

	private static ImportParameters parameters(StepExecution execution) throws InvalidJobParametersException {
		return ImportParameters.of(execution.getJobExecution().getJobParameters());
	}

}
