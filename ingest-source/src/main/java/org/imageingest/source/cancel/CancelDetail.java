package org.imageingest.source.cancel;

/**
 * Why a job was cancelled, as clients read it.
 */
public enum CancelDetail {

	/** The client called it off. */
	CANCELLED_BY_CLIENT("cancelled-by-client"),

	/** The client deleted the image that it was making. */
	IMAGE_DELETED("image-deleted");

	private final String code;

	CancelDetail(String code) {
		this.code = code;
	}

	String code() {
		return this.code;
	}

}
