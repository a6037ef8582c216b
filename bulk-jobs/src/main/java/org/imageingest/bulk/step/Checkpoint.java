package org.imageingest.bulk.step;

import org.imageingest.bulk.progress.ProgressLog;
import org.jspecify.annotations.Nullable;

import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStream;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * How far the job is: cursor and counts, which move together with each commit. A commit
 * that fails takes both back in memory too, as the step saves its context once more at
 * its end, and would pass over items that were rolled back.
 */
public class Checkpoint implements ItemStream, StepExecutionListener {

	private static final String CURSOR = "cursor";

	private final ProgressLog progress;

	private final ItemMeters meters;

	private @Nullable StepExecution execution;

	private @Nullable String cursor;

	private ItemCounts counts = ItemCounts.NONE;

	private ItemCounts atStart = ItemCounts.NONE;

	private ItemCounts next = ItemCounts.NONE;

	Checkpoint(ProgressLog progress, ItemMeters meters) {
		this.progress = progress;
		this.meters = meters;
	}

	@Override
	public void beforeStep(StepExecution stepExecution) {
		this.execution = stepExecution;
		this.meters.begun(jobName(stepExecution));
	}

	@Override
	public void open(ExecutionContext context) {
		this.cursor = context.containsKey(CURSOR) ? context.getString(CURSOR) : null;
		this.counts = ItemCounts.in(context);
		this.atStart = this.counts;
		this.next = this.counts;
		this.progress.begun(this.counts.read());
	}

	/**
	 * Returns where to start.
	 * @return the place of the last item that is done; null for the beginning
	 */
	@Nullable String cursor() {
		return this.cursor;
	}

	/** Notes the place of an item that was read. */
	void reached(String place) {
		this.cursor = place;
	}

	/**
	 * Notes what became of the items of a chunk; may be called again for the same chunk.
	 * @param chunk all that was read since the last commit
	 * @return the counts after it
	 */
	ItemCounts done(Chunk<? extends ItemOutcome> chunk) {
		this.next = this.counts.plus(chunk);
		return this.next;
	}

	@Override
	public void update(ExecutionContext context) {
		afterCommit(context, new ExecutionContext(context), this.counts, this.next);
		this.counts = this.next;
		this.counts.putInto(context);
		if (this.cursor != null) {
			context.putString(CURSOR, this.cursor);
		}
		if (this.execution != null) {
			this.counts.showIn(this.execution, this.atStart);
		}
		this.progress.moved(this.counts.read() - this.atStart.read(), this.counts);
	}

	@Override
	public @Nullable ExitStatus afterStep(StepExecution stepExecution) {
		this.counts.showIn(stepExecution, this.atStart);
		this.progress.ended(this.counts);
		return null;
	}

	private void afterCommit(ExecutionContext context, ExecutionContext before, ItemCounts countsBefore,
			ItemCounts countsAfter) {
		StepExecution step = this.execution;
		Integer version = (step != null) ? step.getVersion() : null;
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
			@Override
			public void afterCompletion(int status) {
				if (status == STATUS_COMMITTED) {
					count();
				}
				else {
					restore();
				}
			}

			private void count() {
				if (step != null) {
					Checkpoint.this.meters.committed(jobName(step), countsBefore, countsAfter);
				}
			}

			private void restore() {
				Checkpoint.this.counts = countsBefore;
				before.entrySet().forEach((entry) -> context.put(entry.getKey(), entry.getValue()));
				if (!before.containsKey(CURSOR)) {
					context.remove(CURSOR);
				}
				if (step != null && version != null) {
					step.setVersion(version);
					step.setCommitCount(step.getCommitCount() - 1);
				}
			}
		});
	}

	private static String jobName(StepExecution execution) {
		return execution.getJobExecution().getJobInstance().getJobName();
	}

}
