package org.imageingest.standalone.cancel;

/**
 * A moment on a photo's way, told by the request that an app makes to the store then.
 */
enum Place {

	TAKEN_FROM_THE_QUEUE("resize-processor", "getObjectAsBytes", true),

	ABOUT_TO_BE_DOWNLOADED("resize-processor", "getObject", true),

	ABOUT_TO_BE_DECODED("resize-processor", "getObject", false),

	VARIANTS_MADE("resize-processor", "putObject", true),

	VARIANTS_BEING_STAGED("resize-processor", "putObject", false),

	TAKEN_BY_THE_SINK("s3-sink", "getObjectAsBytes", true),

	ABOUT_TO_BE_COPIED("s3-sink", "copyObject", true),

	BEING_COPIED("s3-sink", "copyObject", false),

	RIGHT_BEFORE_THE_LAST_LOOK_AT_THE_CLAIM("s3-sink", "headObject", true),

	RIGHT_BEFORE_THE_COMMIT("s3-sink", "putObject", true),

	RIGHT_AFTER_THE_COMMIT("s3-sink", "putObject", false);

	private final String app;

	private final String method;

	private final boolean before;

	Place(String app, String method, boolean before) {
		this.app = app;
		this.method = method;
		this.before = before;
	}

	boolean isAt(String app, String method, boolean before) {
		return this.app.equals(app) && this.method.equals(method) && this.before == before;
	}

	/** From here on a cancellation comes too late. */
	boolean isTooLate() {
		return compareTo(RIGHT_BEFORE_THE_COMMIT) >= 0;
	}

}
