package org.imageingest.bulk.step;

import java.util.Objects;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import org.imageingest.bulk.BulkProperties;
import org.imageingest.bulk.lease.LeaseOffice;
import org.imageingest.bulk.lease.StopRequest;
import org.imageingest.bulk.parameter.GivenParameters;
import org.imageingest.bulk.progress.ProgressLog;
import org.imageingest.bulk.skip.SkippedItems;
import org.imageingest.photo.ImageProperties;

import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * What the steps of all jobs are made of.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ImageProperties.class)
class ItemStepConfiguration {

	@Bean
	ItemSteps itemSteps(JobRepository repository,
			@Qualifier("transactionManager") PlatformTransactionManager transactions, BulkProperties properties,
			OutcomeWriter writer, Checkpoint checkpoint, ItemWorkers workers, StopRequest stop) {
		return new ItemSteps(repository, transactions, properties, writer, checkpoint, workers, stop);
	}

	@Bean
	@StepScope
	Checkpoint checkpoint(ProgressLog progress, ObjectProvider<MeterRegistry> registry) {
		return new Checkpoint(progress, new ItemMeters(registry.getIfAvailable(CompositeMeterRegistry::new)));
	}

	@Bean
	@StepScope
	OutcomeWriter outcomeWriter(@Value("#{stepExecution}") StepExecution execution, LeaseOffice leases,
			SkippedItems skippedItems, Checkpoint checkpoint) {
		Long skipLimit = execution.getJobParameters().getLong(GivenParameters.SKIP_LIMIT);
		return new OutcomeWriter(JobRun.of(execution, leases.current()), leases.current(), skippedItems, checkpoint,
				Objects.requireNonNull(skipLimit, "The launcher sets all parameters"));
	}

	@Bean
	ItemWorkers itemWorkers(BulkProperties properties, ImageProperties image) {
		int configured = properties.itemsInHand();
		return new ItemWorkers((configured > 0) ? configured : image.workerOptions().workers() + 2);
	}

}
