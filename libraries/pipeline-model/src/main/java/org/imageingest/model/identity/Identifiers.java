package org.imageingest.model.identity;

import java.security.SecureRandom;
import java.util.regex.Pattern;

/**
 * Makes random identifiers and recognises well-formed ones. Each carries 128 random bits
 * as 26 characters of lower-case base32, so that it fits into keys, URLs and logs.
 */
public final class Identifiers {

	private static final int RANDOM_BYTES = 16;

	private static final Pattern JOB = Pattern.compile("job_[A-Za-z0-9]{1,64}");

	private static final Pattern BATCH = Pattern.compile("batch_[A-Za-z0-9]{1,64}");

	private static final Pattern IMAGE = Pattern.compile("img_[A-Za-z0-9]{1,64}");

	private static final SecureRandom RANDOM = new SecureRandom();

	private Identifiers() {
	}

	/**
	 * Returns a new identifier of an upload.
	 * @return {@code job_} and 26 characters
	 */
	public static String newJobId() {
		return "job_" + random();
	}

	/**
	 * Returns a new identifier of photos that were uploaded together.
	 * @return {@code batch_} and 26 characters
	 */
	public static String newBatchId() {
		return "batch_" + random();
	}

	/**
	 * Returns a new identifier of one attempt to make an image's objects.
	 * @return 26 characters
	 */
	public static String newRunId() {
		return random();
	}

	/**
	 * Returns a new identifier of an event.
	 * @return {@code evt_} and 26 characters
	 */
	public static String newEventId() {
		return "evt_" + random();
	}

	public static boolean isJobId(String text) {
		return JOB.matcher(text).matches();
	}

	public static boolean isBatchId(String text) {
		return BATCH.matcher(text).matches();
	}

	public static boolean isImageId(String text) {
		return IMAGE.matcher(text).matches();
	}

	private static String random() {
		byte[] bytes = new byte[RANDOM_BYTES];
		RANDOM.nextBytes(bytes);
		return Base32.encode(bytes);
	}

}
