package org.imageingest.bulk.reprocess;

import org.imageingest.bulk.lease.LeaseOffice;
import org.imageingest.bulk.progress.ProgressLog;
import org.imageingest.bulk.skip.SkipReport;
import org.imageingest.bulk.step.CauseInWords;
import org.imageingest.bulk.step.Checkpoint;
import org.imageingest.bulk.step.ItemSteps;
import org.imageingest.bulk.step.JobRun;
import org.imageingest.bulk.step.SourceReader;
import org.imageingest.photo.ImageProperties;
import org.imageingest.photo.VariantRendering;
import org.imageingest.store.ImageDocuments;
import org.imageingest.store.ImageRenewer;
import org.imageingest.store.ObjectStore;
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
 * The job {@value ReprocessParameters#JOB}.
 */
@Configuration(proxyBeanMethods = false)
class ReprocessJobConfiguration {

	@Bean
	Job reprocessJob(JobRepository repository, @Qualifier("reprocessStep") Step step, SkipReport report,
			CauseInWords cause, ImageProperties image) {
		return new JobBuilder(ReprocessParameters.JOB, repository).listener(report)
			.listener(cause)
			.validator((parameters) -> ReprocessParameters.of(parameters, image.recipeVersion()))
			.start(step)
			.build();
	}

	@Bean
	Step reprocessStep(ItemSteps steps, @Qualifier("publishedReader") SourceReader reader, PhotoRenewal processor) {
		return steps.step("reprocess", reader, processor);
	}

	@Bean
	@StepScope
	SourceReader publishedReader(@Value("#{stepExecution}") StepExecution execution, ImageProperties image,
			ImageDocuments documents, Checkpoint checkpoint, ProgressLog progress)
			throws InvalidJobParametersException {
		ReprocessParameters parameters = parameters(execution, image);
		return new SourceReader(parameters.source(documents), parameters.shard(), checkpoint, progress);
	}

	@Bean
	@StepScope
	PhotoRenewal photoRenewal(@Value("#{stepExecution}") StepExecution execution, LeaseOffice leases,
			ImageProperties image, ImageDocuments documents, ImageRenewer renewer, ObjectStore store,
			VariantRendering rendering, Workspace workspace) throws InvalidJobParametersException {
		return new PhotoRenewal(JobRun.of(execution, leases.current()), leases.current(),
				parameters(execution, image).selection(), image.recipe(), documents, renewer, new StoredPhotos(store),
				rendering, new RenewedImages(image.recipeVersion(), new StrippedMetadata(image.metadata())), workspace);
	}

	private static ReprocessParameters parameters(StepExecution execution, ImageProperties image)
			throws InvalidJobParametersException {
		return ReprocessParameters.of(execution.getJobParameters(), image.recipeVersion());
	}

}
