package org.imageingest.engine.raw;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Places in a RAW where a JPEG is said to be. What stands there is looked at later.
 */
final class Places {

	/** Cameras write up to five; more are an attack. */
	private static final int MAX_PLACES = 32;

	private final long fileBytes;

	private final Map<Long, Place> byOffset = new LinkedHashMap<>();

	/**
	 * Starts without any.
	 * @param fileBytes size of the file
	 */
	Places(long fileBytes) {
		this.fileBytes = fileBytes;
	}

	void add(long offset, long length) {
		add(offset, length, false);
	}

	/**
	 * Adds a place. One that reaches out of the file is none; of several at one offset
	 * the longest counts.
	 */
	void add(long offset, long length, boolean adobeRgb) {
		boolean inside = offset > 0 && length > 0 && length <= this.fileBytes && offset <= this.fileBytes - length;
		if (inside && (this.byOffset.size() < MAX_PLACES || this.byOffset.containsKey(offset))) {
			this.byOffset.merge(offset, new Place(offset, length, adobeRgb),
					(one, other) -> (one.length() >= other.length()) ? one : other);
		}
	}

	Stream<Place> stream() {
		return this.byOffset.values().stream();
	}

	/** Where a JPEG may be. */
	record Place(long offset, long length, boolean adobeRgb) {
	}

}
