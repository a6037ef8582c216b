package org.imageingest.source.deadletter;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;

/**
 * A message that was parked.
 *
 * @param queue queue that it was parked in
 * @param reason why, in a line
 * @param parkedAt when, to the millisecond
 * @param byBroker whether the broker parked it by itself, so that no app has told what
 * became of the job
 * @param jobId the job, if the message can be read
 * @param attempt the job's attempt, if the message can be read
 * @param body the message as it came
 */
@SuppressWarnings("ArrayRecordComponent") // written once, never compared
record ParkedMessage(String queue, String reason, Instant parkedAt, boolean byBroker, @Nullable String jobId,
		@Nullable Integer attempt, byte[] body) {

	static final String ID_PREFIX = "letter_";

	private static final int ID_BYTES = 20;

	/**
	 * Names the message by what it is: one that comes twice, because its acknowledgement
	 * got lost or it was parked twice, is the same.
	 * @return an identifier made from queue and body
	 */
	String letterId() {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			digest.update(this.queue.getBytes(StandardCharsets.UTF_8));
			digest.update((byte) 0);
			return ID_PREFIX + HexFormat.of().formatHex(digest.digest(this.body), 0, ID_BYTES);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

}
