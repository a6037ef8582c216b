package org.imageingest.engine;

import java.util.Locale;

/**
 * Which image libraries may be used.
 */
public enum EngineChoice {

	/** The best of what loads and works on this machine. */
	AUTO,

	/** JPEG by libturbojpeg, libzimg and libwebp, everything else in pure Java. */
	PLANAR,

	/** Everything that it takes by libvips, the rest in pure Java. */
	VIPS,

	/** Pure Java, with libwebp from its Maven artifact. */
	PORTABLE;

	/**
	 * Returns the word for options and logs.
	 * @return for example {@code auto}
	 */
	public String word() {
		return name().toLowerCase(Locale.ROOT);
	}

}
