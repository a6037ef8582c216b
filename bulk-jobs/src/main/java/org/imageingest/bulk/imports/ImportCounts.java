package org.imageingest.bulk.imports;

import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/**
 * What became of the items so far, over all executions of an instance. Each item counts
 * once: read is the sum of all others.
 *
 * @param written images that are there by this instance
 * @param present images that were there before
 * @param skipped items that could not be taken
 * @param filtered images that were deleted after the import began
 */
public record ImportCounts(long written, long present, long skipped, long filtered) {

	static final ImportCounts NONE = new ImportCounts(0, 0, 0, 0);

	/**
	 * Reads the counts of a step.
	 * @param context where they are kept
	 * @return the counts as of the last commit
	 */
	public static ImportCounts in(ExecutionContext context) {
		return new ImportCounts(context.getLong("written", 0), context.getLong("present", 0),
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

	ImportCounts plus(Chunk<? extends ItemOutcome> outcomes) {
		ImportCounts sum = this;
		for (ItemOutcome outcome : outcomes) {
			sum = sum.plus(outcome.kind());
		}
		return sum;
	}

	private ImportCounts plus(ItemOutcome.Kind kind) {
		return switch (kind) {
			case WRITTEN -> new ImportCounts(this.written + 1, this.present, this.skipped, this.filtered);
			case PRESENT -> new ImportCounts(this.written, this.present + 1, this.skipped, this.filtered);
			case SKIPPED -> new ImportCounts(this.written, this.present, this.skipped + 1, this.filtered);
			case FILTERED -> new ImportCounts(this.written, this.present, this.skipped, this.filtered + 1);
		};
	}

	/**
	 * Shows in the columns of Spring Batch what this execution did.
	 * @param execution the execution
	 * @param before counts at its start
	 */
	void showIn(StepExecution execution, ImportCounts before) {
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
