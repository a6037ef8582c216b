package org.imageingest.bulk.step;

import org.imageingest.bulk.lease.Lease;
import org.imageingest.bulk.skip.SkippedItem;
import org.imageingest.bulk.skip.SkippedItems;
import org.imageingest.model.problem.Problem;

import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/**
 * Ends a chunk: the images are in the store already, so what is left is to note what
 * became of each item, in the transaction that also moves the cursor. Whoever lost the
 * lease commits nothing.
 */
class OutcomeWriter implements ItemWriter<ItemOutcome> {

	private final JobRun run;

	private final Lease lease;

	private final SkippedItems skippedItems;

	private final Checkpoint checkpoint;

	private final long skipLimit;

	OutcomeWriter(JobRun run, Lease lease, SkippedItems skippedItems, Checkpoint checkpoint, long skipLimit) {
		this.run = run;
		this.lease = lease;
		this.skippedItems = skippedItems;
		this.checkpoint = checkpoint;
		this.skipLimit = skipLimit;
	}

	@Override
	public void write(Chunk<? extends ItemOutcome> chunk) {
		this.lease.require();
		ItemCounts counts = this.checkpoint.done(chunk);
		if (counts.skipped() > this.skipLimit) {
			throw new SkipLimitReachedException(this.skipLimit, counts.skipped());
		}
		for (ItemOutcome outcome : chunk) {
			Problem problem = outcome.problem();
			if (problem != null) {
				this.skippedItems.add(this.run.instanceId(), this.run.executionId(),
						new SkippedItem(outcome.item(), problem));
			}
		}
	}

}
