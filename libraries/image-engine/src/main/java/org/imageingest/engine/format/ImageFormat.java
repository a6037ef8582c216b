package org.imageingest.engine.format;

/**
 * The formats that are taken. Whether an engine can decode one is the engine's to say.
 */
public enum ImageFormat {

	/** JPEG, every process (ITU-T T.81). */
	JPEG("jpg", "image/jpeg", false),

	/** PNG, animated ones included. */
	PNG("png", "image/png", false),

	/** GIF 87a and 89a. */
	GIF("gif", "image/gif", false),

	/** TIFF and BigTIFF that is not a camera RAW. */
	TIFF("tif", "image/tiff", false),

	/** Windows bitmap. */
	BMP("bmp", "image/bmp", false),

	/** WebP, still and animated. */
	WEBP("webp", "image/webp", false),

	/** HEIF with HEVC inside. */
	HEIC("heic", "image/heic", false),

	/** HEIF with AV1 inside. */
	AVIF("avif", "image/avif", false),

	/** Canon, TIFF based. */
	CR2("cr2", "image/x-canon-cr2", true),

	/** Canon, ISO base media based. */
	CR3("cr3", "image/x-canon-cr3", true),

	/** Nikon. */
	NEF("nef", "image/x-nikon-nef", true),

	/** Sony. */
	ARW("arw", "image/x-sony-arw", true),

	/** Adobe's digital negative. */
	DNG("dng", "image/x-adobe-dng", true),

	/** Olympus. */
	ORF("orf", "image/x-olympus-orf", true),

	/** Panasonic. */
	RW2("rw2", "image/x-panasonic-rw2", true),

	/** Fujifilm. */
	RAF("raf", "image/x-fuji-raf", true);

	private final String extension;

	private final String contentType;

	private final boolean raw;

	ImageFormat(String extension, String contentType, boolean raw) {
		this.extension = extension;
		this.contentType = contentType;
		this.raw = raw;
	}

	/**
	 * Returns the extension that files of this format are stored with.
	 * @return without dot
	 */
	public String extension() {
		return this.extension;
	}

	/**
	 * Returns the media type that files of this format are served with.
	 * @return type and subtype
	 */
	public String contentType() {
		return this.contentType;
	}

	/**
	 * Tells whether this is a camera RAW.
	 * @return true if the picture itself needs developing
	 */
	public boolean isRaw() {
		return this.raw;
	}

}
