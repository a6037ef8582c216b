package org.imageingest.testkit.crash;

/**
 * A place between two steps of a photo's way. Each is the entry or the exit of a method
 * that ships; a test of the standalone, which has all apps on its class path, checks that
 * they exist.
 */
public enum CrashPoint {

	/** The original is staged, no row tells of it. */
	ORIGINAL_STAGED("source.upload.PhotoStager", "stage(", Place.EXIT),

	/** Job and outbox rows are committed, nothing is sent and nobody has an answer. */
	JOB_COMMITTED("source.outbox.PromptSender", "send(", Place.ENTRY),

	/** The broker has confirmed the message, the outbox still promises it. */
	UPLOAD_CONFIRMED("source.outbox.Outbox", "remove(", Place.ENTRY),

	/** An event was delivered, its job does not know of it yet. */
	EVENT_TAKEN("source.event.JobEventApplier", "apply(", Place.ENTRY),

	/** An event is in its job's row and not acknowledged. */
	EVENT_APPLIED("source.event.JobEventApplier", "apply(", Place.EXIT),

	/** The row says that the job has ended, its staged bytes are still there. */
	STAGING_TO_BE_REMOVED("store.ObjectStore", "deleteAll(Ljava/lang/String;", Place.ENTRY),

	/** The staged bytes are gone, the row does not say so. */
	STAGING_REMOVED("source.job.JobTransitions", "cleaned(", Place.ENTRY),

	/** A cancellation is committed, the claim is still there. */
	CANCELLATION_COMMITTED("source.cancel.Cancellations", "begin(", Place.EXIT),

	/** The claim of a cancelled job is gone, the row does not say so. */
	CLAIM_REMOVED("source.cancel.Cancellations", "claimRemoved(", Place.ENTRY),

	/** The tombstone is written, the image is still there. */
	TOMBSTONE_WRITTEN("store.Tombstones", "bury(", Place.EXIT),

	/** The document of a deleted image is gone, its objects are still there. */
	DOCUMENT_DELETED("store.ImageDocuments", "deleteIf(", Place.EXIT),

	/** The photo is fetched, nothing is made of it. */
	PHOTO_FETCHED("processor.StagedPhotos", "download(", Place.EXIT),

	/** The variants are made, none is staged. */
	VARIANTS_MADE("processor.StagedPhotos", "upload(Ljava/lang/String;Ljava/lang/String;Ljava/util/List;", Place.ENTRY),

	/** Some variants are staged, some are not. */
	VARIANTS_STAGED_PARTLY("processor.StagedPhotos",
			"upload(Ljava/lang/String;Ljava/lang/String;Lorg/imageingest/engine/", Place.EXIT),

	/** All variants are staged, no message tells of them. */
	VARIANTS_STAGED("processor.ProcessedImages", "send(", Place.ENTRY),

	/** The image is handed on, the upload's message is not acknowledged. */
	IMAGE_HANDED_ON("processor.ImageResizing", "handle(", Place.EXIT),

	/** Some objects are at their final keys, some are not. */
	COPIED_PARTLY("store.ObjectStore", "copy(", Place.EXIT),

	/** All objects are at their final keys, no document names them. */
	COPIED("store.ImageObjects", "copy(", Place.EXIT),

	/** The document is written, nobody was told. */
	DOCUMENT_WRITTEN("messaging.JobEvents", "completed(", Place.ENTRY),

	/** The source is told, the image's message is not acknowledged. */
	COMPLETION_TOLD("sink.ImagePublishing", "handle(", Place.EXIT),

	/** The job is told to have failed, its message is neither parked nor acknowledged. */
	FAILURE_TOLD("messaging.RabbitDeadLetters", "park(", Place.ENTRY);

	private final String type;

	private final String method;

	private final Place place;

	CrashPoint(String type, String method, Place place) {
		this.type = "org.imageingest." + type;
		this.method = method;
		this.place = place;
	}

	/**
	 * Returns the class that has the method.
	 * @return its name
	 */
	public String type() {
		return this.type;
	}

	/**
	 * Tells whether a method is the one.
	 * @param signature its name and descriptor, as in a class file
	 * @return true if it is
	 */
	public boolean isIn(String signature) {
		return signature.startsWith(this.method);
	}

	boolean isAtEntry() {
		return this.place == Place.ENTRY;
	}

	private enum Place {

		ENTRY, EXIT

	}

}
