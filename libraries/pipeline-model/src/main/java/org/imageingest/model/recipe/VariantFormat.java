package org.imageingest.model.recipe;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Formats that variants are encoded in.
 */
public enum VariantFormat {

	/**
	 * Lossy WebP.
	 *
	 * @see <a href="https://developers.google.com/speed/webp/faq">its largest side</a>
	 */
	@JsonProperty("webp")
	WEBP("webp", "image/webp", 16383),

	/** Baseline or progressive JPEG. */
	@JsonProperty("jpeg")
	JPEG("jpg", "image/jpeg", 65500);

	private final String extension;

	private final String contentType;

	private final int maxSide;

	VariantFormat(String extension, String contentType, int maxSide) {
		this.extension = extension;
		this.contentType = contentType;
		this.maxSide = maxSide;
	}

	/**
	 * Returns the extension of files in this format.
	 * @return without dot
	 */
	public String extension() {
		return this.extension;
	}

	public String contentType() {
		return this.contentType;
	}

	/**
	 * Returns the longest side that the format or its encoder can hold.
	 * @return pixels
	 */
	public int maxSide() {
		return this.maxSide;
	}

}
