package org.imageingest.bulk.step;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;

import org.imageingest.bulk.item.SourceItem;
import org.imageingest.bulk.lease.Lease;
import org.imageingest.model.identity.Identifiers;

import org.springframework.batch.core.step.StepExecution;

/**
 * One execution of a job, and the names of the runs that it makes:
 * {@code b{instance}-{execution}-{item}{random}}. From the name in a document it is seen
 * whether the very same item made it, so that an item that is looked at again counts as
 * before.
 *
 * @param instanceId number of the job instance
 * @param executionId number of this execution
 * @param acceptedAt when the instance was started for the first time; a deletion since
 * then wins
 */
public record JobRun(long instanceId, long executionId, Instant acceptedAt) {

	private static final int ITEM_BYTES = 8;

	/**
	 * Tells what this execution is.
	 * @param execution of the step
	 * @param lease that of the instance
	 * @return the execution, and since when its instance has been worked on
	 */
	public static JobRun of(StepExecution execution, Lease lease) {
		return new JobRun(execution.getJobExecution().getJobInstance().getId(), execution.getJobExecution().getId(),
				lease.firstStartedAt());
	}

	public String newRunId(SourceItem item) {
		return prefix() + this.executionId + "-" + mark(item) + Identifiers.newRunId();
	}

	/**
	 * Tells whether this item made a run, now or in an earlier execution.
	 * @param item the item
	 * @param runId name of the run
	 * @return false for runs of other items and other jobs
	 */
	public boolean madeBy(SourceItem item, String runId) {
		return runId.startsWith(prefix()) && runId.substring(runId.lastIndexOf('-') + 1).startsWith(mark(item));
	}

	/**
	 * Tells whether a run without a document is given up: it is of an earlier execution,
	 * or of an earlier try of this item.
	 * @param item the item
	 * @param runId name of the run
	 * @return true if nobody works on it any more
	 */
	public boolean gaveUp(SourceItem item, String runId) {
		return runId.startsWith(prefix())
				&& (!runId.startsWith(prefix() + this.executionId + "-") || madeBy(item, runId));
	}

	private String prefix() {
		return "b" + this.instanceId + "-";
	}

	/** With the time, for another database has other instances of the same numbers. */
	private String mark(SourceItem item) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256")
				.digest((item.place() + "\n" + item.uri() + "\n" + this.acceptedAt).getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(Arrays.copyOf(digest, ITEM_BYTES));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

}
