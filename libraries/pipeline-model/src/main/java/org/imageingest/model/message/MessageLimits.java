package org.imageingest.model.message;

/**
 * Limits that keep every message under {@value #MESSAGE_BYTES} bytes.
 */
public final class MessageLimits {

	/** Largest message body, in bytes. */
	public static final int MESSAGE_BYTES = 64 * 1024;

	/** Most tags of one upload. */
	public static final int TAGS = 50;

	/** Longest tag, in characters. */
	public static final int TAG_LENGTH = 100;

	/** Longest file name kept, in characters. */
	public static final int FILENAME_LENGTH = 255;

	/** Longest text kept from a photo's metadata, in characters. */
	public static final int METADATA_TEXT_LENGTH = 2000;

	/** Longest text form of all metadata kept from a photo, in bytes of JSON. */
	public static final int METADATA_BYTES = 32 * 1024;

	/** Most warnings kept of one image. */
	public static final int WARNINGS = 50;

	private MessageLimits() {
	}

}
