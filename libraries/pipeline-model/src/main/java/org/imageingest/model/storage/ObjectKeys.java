package org.imageingest.model.storage;

/**
 * Where everything lies in the bucket.
 */
public final class ObjectKeys {

	/** Work in hand; private. */
	public static final String STAGING = "staging/";

	/** Variants; may be public. */
	public static final String IMAGES = "images/";

	/** What came in; private unless the operator says otherwise. */
	public static final String ORIGINALS = "originals/";

	/** The record of each image; private. */
	public static final String DOCUMENTS = "documents/";

	/** Marks of deleted images; private. */
	public static final String TOMBSTONES = "tombstones/";

	/** What bulk jobs could not take; private. */
	public static final String REPORTS = "reports/";

	/** Mark of the identity key that the bucket was filled under; private. */
	public static final String IDENTITY_FINGERPRINT = "identity/fingerprint";

	private ObjectKeys() {
	}

	/**
	 * Returns the prefix of everything staged for a job.
	 * @param jobId the job
	 * @return prefix with a closing slash
	 */
	public static String staging(String jobId) {
		return STAGING + jobId + "/";
	}

	public static String stagedOriginal(String jobId) {
		return staging(jobId) + "original";
	}

	public static String stagedPreview(String jobId) {
		return staging(jobId) + "preview";
	}

	public static String stagedVariant(String jobId, String runId, String fileName) {
		return staging(jobId) + runId + "/" + fileName;
	}

	/**
	 * Returns the prefix of the variants of all runs of an image.
	 * @param imageId the image
	 * @return prefix with a closing slash
	 */
	public static String image(String imageId) {
		return IMAGES + imageId + "/";
	}

	/**
	 * Returns the prefix of the originals and previews of all runs of an image.
	 * @param imageId the image
	 * @return prefix with a closing slash
	 */
	public static String originals(String imageId) {
		return ORIGINALS + imageId + "/";
	}

	/**
	 * Returns the key of an original without its location.
	 * @param jobId the job
	 * @param runId the run
	 * @return key that no variant has
	 */
	public static String stagedStrippedOriginal(String jobId, String runId) {
		return staging(jobId) + runId + "/stripped-original";
	}

	public static String imageRun(String imageId, String runId) {
		return image(imageId) + runId + "/";
	}

	public static String variant(String imageId, String runId, String fileName) {
		return imageRun(imageId, runId) + fileName;
	}

	public static String originalRun(String imageId, String runId) {
		return originals(imageId) + runId + "/";
	}

	public static String original(String imageId, String runId, String extension) {
		return originalRun(imageId, runId) + "original." + extension;
	}

	public static String preview(String imageId, String runId) {
		return originalRun(imageId, runId) + "preview.jpg";
	}

	public static String document(String imageId) {
		return DOCUMENTS + imageId + "/metadata.json";
	}

	public static String tombstone(String imageId) {
		return TOMBSTONES + imageId;
	}

	public static String report(String job, long instanceId) {
		return REPORTS + job + "/" + instanceId + ".csv";
	}

}
