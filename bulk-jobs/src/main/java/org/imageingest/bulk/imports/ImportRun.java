package org.imageingest.bulk.imports;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;

import org.imageingest.bulk.item.SourceItem;
import org.imageingest.model.identity.Identifiers;
import org.imageingest.model.storage.ImageDocument.Source;

/**
 * One execution of an import, and the names of the runs that it makes:
 * {@code b{instance}-{execution}-{item}{random}}. From the name in a document it is seen
 * whether the very same item made it, so that an item that is looked at again counts as
 * before.
 *
 * @param instanceId number of the job instance
 * @param executionId number of this execution
 * @param acceptedAt when the instance was started for the first time; a deletion since
 * then wins
 */
record ImportRun(long instanceId, long executionId, Instant acceptedAt) {

	private static final int ITEM_BYTES = 8;

	String newRunId(SourceItem item) {
		return prefix() + this.executionId + "-" + mark(item) + Identifiers.newRunId();
	}

	Source source() {
		return new Source("import", this.instanceId);
	}

	/** Tells whether this item made it, now or in an earlier execution. */
	boolean madeBy(SourceItem item, String runId) {
		return runId.startsWith(prefix()) && runId.substring(runId.lastIndexOf('-') + 1).startsWith(mark(item));
	}

	/**
	 * Tells whether a run without a document is given up: it is of an earlier execution,
	 * or of an earlier try of this item.
	 */
	boolean gaveUp(SourceItem item, String runId) {
		return runId.startsWith(prefix())
				&& (!runId.startsWith(prefix() + this.executionId + "-") || madeBy(item, runId));
	}

	private String prefix() {
		return "b" + this.instanceId + "-";
	}

	private static String mark(SourceItem item) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256")
				.digest((item.place() + "\n" + item.uri()).getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(Arrays.copyOf(digest, ITEM_BYTES));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

}
