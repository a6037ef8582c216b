package org.imageingest.bulk.step;

import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/**
 * What became of the items so far, over all executions of an instance. Each item counts
 * once: read is the sum of all others.
 *
 * @param written images that are there by this instance
 * @param present images that were there before, and are as they were
 * @param skipped items that could not be taken
 * @param filtered images that were deleted meanwhile
 */
public record ItemCounts(long written, long present, long skipped, long filtered) {

	static final ItemCounts NONE = new ItemCounts(0, 0, 0, 0);

	/**
	 * Reads the counts of a step.
	 * @param context where they are kept
	 * @return the counts as of the last commit
	 */
	public static ItemCounts in(ExecutionContext context) {
		return new ItemCounts(context.getLong("written", 0), context.getLong("present", 0),
				context.getLong("skipped", 0), context.getLong("filtered", 0));
	}

	void putInto(ExecutionContext context) {
		context.putLong("written", this.written);
		context.putLong("present", this.present);
		context.putLong("skipped", this.skipped);
		context.putLong("filtered", this.filtered);
	}

	public long read() {
		return this.written + this.present + this.skipped + this.filtered;
	}

	long of(ItemOutcome.Kind kind) {
		return switch (kind) {
			case WRITTEN -> this.written;
			case PRESENT -> this.present;
			case SKIPPED -> this.skipped;
			case FILTERED -> this.filtered;
		};
	}

	ItemCounts plus(Chunk<? extends ItemOutcome> outcomes) {
		ItemCounts sum = this;
		for (ItemOutcome outcome : outcomes) {
			sum = sum.plus(outcome.kind());
		}
		return sum;
	}

	private ItemCounts plus(ItemOutcome.Kind kind) {
		return switch (kind) {
			case WRITTEN -> new ItemCounts(this.written + 1, this.present, this.skipped, this.filtered);
			case PRESENT -> new ItemCounts(this.written, this.present + 1, this.skipped, this.filtered);
			case SKIPPED -> new ItemCounts(this.written, this.present, this.skipped + 1, this.filtered);
			case FILTERED -> new ItemCounts(this.written, this.present, this.skipped, this.filtered + 1);
		};
	}

	/**
	 * Shows in the columns of Spring Batch what this execution did.
	 * @param execution the execution
	 * @param before counts at its start
	 */
	void showIn(StepExecution execution, ItemCounts before) {
		execution.setReadCount(read() - before.read());
		execution.setWriteCount(this.written - before.written);
		execution.setFilterCount(this.present + this.filtered - before.present - before.filtered);
		execution.setProcessSkipCount(this.skipped - before.skipped);
	}

	@Override
	public String toString() {
		return "%d read: %d written, %d already present, %d skipped, %d deleted meanwhile".formatted(read(),
				this.written, this.present, this.skipped, this.filtered);
	}

}
