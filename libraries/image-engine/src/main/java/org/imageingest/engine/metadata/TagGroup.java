package org.imageingest.engine.metadata;

/**
 * Groups of metadata that privacy may drop. Clients are told the {@link #code} of each
 * group that was present in their photo and is not kept.
 */
public enum TagGroup {

	/** Where the photo was taken: any EXIF GPS tag. */
	GPS("gps"),

	/** Serial numbers of camera, lens or flash. */
	DEVICE_SERIAL("device-serial"),

	/** The maker's private block. */
	MAKER_NOTES("maker-notes"),

	/** Maker and model of the camera. */
	CAMERA("camera"),

	/** When the photo was taken. */
	TIMESTAMPS("timestamps"),

	/** Title, caption, keywords, copyright. */
	DESCRIPTIVE("descriptive"),

	/** Names of the camera's owner or of the photographer. */
	OWNER("owner"),

	/** A small picture inside the EXIF block. */
	EMBEDDED_THUMBNAIL("embedded-thumbnail"),

	/** An XMP packet. */
	XMP("xmp"),

	/** IPTC or other Photoshop resources. */
	IPTC("iptc"),

	/** Free text of the file format. */
	COMMENT("comment");

	private final String code;

	TagGroup(String code) {
		this.code = code;
	}

	/**
	 * Returns the word told to clients.
	 * @return lower-case letters and hyphens
	 */
	public String code() {
		return this.code;
	}

}
