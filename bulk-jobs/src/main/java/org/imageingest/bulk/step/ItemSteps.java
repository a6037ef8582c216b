package org.imageingest.bulk.step;

import org.imageingest.bulk.BulkProperties;
import org.imageingest.bulk.item.SourceItem;
import org.imageingest.bulk.lease.StopRequest;

import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Builds the one step of a job: its chunks are committed one after the other, while the
 * items of a chunk are worked on side by side.
 */
public class ItemSteps {

	private final JobRepository repository;

	private final PlatformTransactionManager transactions;

	private final BulkProperties properties;

	private final OutcomeWriter writer;

	private final Checkpoint checkpoint;

	private final ItemWorkers workers;

	private final StopRequest stop;

	ItemSteps(JobRepository repository, PlatformTransactionManager transactions, BulkProperties properties,
			OutcomeWriter writer, Checkpoint checkpoint, ItemWorkers workers, StopRequest stop) {
		this.repository = repository;
		this.transactions = transactions;
		this.properties = properties;
		this.writer = writer;
		this.checkpoint = checkpoint;
		this.workers = workers;
		this.stop = stop;
	}

	/**
	 * Builds a step.
	 * @param name its name
	 * @param reader reads the items
	 * @param processor works on an item, any number of times
	 * @return the step
	 */
	public Step step(String name, SourceReader reader, ItemProcessor<SourceItem, ItemOutcome> processor) {
		return new StepBuilder(name, this.repository).<SourceItem, ItemOutcome>chunk(this.properties.chunkSize())
			.transactionManager(this.transactions)
			// First, so that the reader finds its cursor.
			.stream(this.checkpoint)
			.reader(reader)
			.processor(processor)
			.writer(this.writer)
			.faultTolerant()
			.retryPolicy(new PassingFaults(this.properties.retry()))
			.taskExecutor(this.workers)
			.interruptionPolicy(this.stop)
			.listener(this.checkpoint)
			.listener(this.workers)
			.build();
	}

}
