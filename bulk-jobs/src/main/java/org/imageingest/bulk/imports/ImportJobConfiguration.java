package org.imageingest.bulk.imports;

import java.time.Instant;

import org.imageingest.bulk.BulkProperties;
import org.imageingest.bulk.item.PhotoFetcher;
import org.imageingest.bulk.item.SourceItem;
import org.imageingest.bulk.item.Sources;
import org.imageingest.bulk.lease.LeaseOffice;
import org.imageingest.bulk.lease.StopRequest;
import org.imageingest.bulk.progress.ProgressLog;
import org.imageingest.bulk.skip.SkipReport;
import org.imageingest.bulk.skip.SkippedItems;
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
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The job {@value #JOB}: one step, whose chunks are committed one after the other, while
 * the photos of a chunk are worked on side by side.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ImageProperties.class)
class ImportJobConfiguration {

	/** Name of the job. */
	static final String JOB = "bulk-import";

	@Bean
	Job importJob(JobRepository repository, @Qualifier("importStep") Step step, SkipReport report,
			ImageProperties image) {
		return new JobBuilder(JOB, repository).listener(report)
			.validator(ImportParameters.validator(image.metadata().allowLocationOptIn()))
			.start(step)
			.build();
	}

	@Bean
	Step importStep(JobRepository repository, @Qualifier("transactionManager") PlatformTransactionManager transactions,
			BulkProperties properties, SourceReader reader, PhotoImport processor, OutcomeWriter writer,
			Checkpoint checkpoint, ItemWorkers workers, StopRequest stop) {
		return new StepBuilder("import", repository).<SourceItem, ItemOutcome>chunk(properties.chunkSize())
			.transactionManager(transactions)
			// First, so that the reader finds its cursor.
			.stream(checkpoint)
			.reader(reader)
			.processor(processor)
			.writer(writer)
			.faultTolerant()
			.retryPolicy(new PassingFaults(properties.retry()))
			.taskExecutor(workers)
			.interruptionPolicy(stop)
			.listener(checkpoint)
			.listener(workers)
			.build();
	}

	@Bean
	@StepScope
	Checkpoint checkpoint(ProgressLog progress) {
		return new Checkpoint(progress);
	}

	@Bean
	@StepScope
	SourceReader sourceReader(@Value("#{stepExecution}") StepExecution execution, Sources sources,
			Checkpoint checkpoint) throws InvalidJobParametersException {
		ImportParameters parameters = parameters(execution);
		return new SourceReader(sources.find(parameters.source(), parameters.owner(), parameters.tags()),
				parameters.shard(), checkpoint);
	}

	@Bean
	@StepScope
	PhotoImport photoImport(@Value("#{stepExecution}") StepExecution execution, LeaseOffice leases,
			PhotoFetcher fetcher, IdentityKey identityKey, ImageDocuments documents, VariantRendering rendering,
			ImagePublisher publisher, ImageProperties image, Workspace workspace) throws InvalidJobParametersException {
		ImportRun run = run(execution, leases);
		boolean keepLocation = parameters(execution).keepLocation();
		return new PhotoImport(run, leases.current(), fetcher, identityKey, documents, rendering, publisher,
				new ImportedImages(run, image.recipeVersion(), keepLocation), workspace, keepLocation);
	}

	@Bean
	@StepScope
	OutcomeWriter outcomeWriter(@Value("#{stepExecution}") StepExecution execution, LeaseOffice leases,
			SkippedItems skippedItems, Checkpoint checkpoint) throws InvalidJobParametersException {
		return new OutcomeWriter(run(execution, leases), leases.current(), skippedItems, checkpoint,
				parameters(execution).skipLimit());
	}

	@Bean
	ItemWorkers itemWorkers(BulkProperties properties, ImageProperties image) {
		int configured = properties.itemsInHand();
		return new ItemWorkers((configured > 0) ? configured : image.workerOptions().workers() + 2);
	}

	private static ImportParameters parameters(StepExecution execution) throws InvalidJobParametersException {
		return ImportParameters.of(execution.getJobExecution().getJobParameters());
	}

	private static ImportRun run(StepExecution execution, LeaseOffice leases) {
		Instant since = leases.current().firstStartedAt();
		return new ImportRun(execution.getJobExecution().getJobInstance().getId(), execution.getJobExecution().getId(),
				since);
	}

}
