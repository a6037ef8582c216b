package org.imageingest.messaging;

import org.springframework.messaging.Message;

/**
 * Parks messages that keep failing, for a person to look at.
 */
public interface DeadLetters {

	/** Header that tells why a message was parked. */
	String REASON = "ingest-reason";

	/** Header that tells when a message was parked, in ISO 8601. */
	String PARKED_AT = "ingest-parked-at";

	/**
	 * Parks a message and returns once it is safe; only then may the message be
	 * acknowledged.
	 * @param delivery the message as it came
	 * @param reason why it is parked
	 * @throws NotConfirmedException if the broker did not confirm it
	 */
	void park(Message<byte[]> delivery, String reason);

}
