package org.imageingest.engine;

import org.imageingest.engine.portable.PortableEngine;

/**
 * The engines that there are.
 */
public final class ImageEngines {

	private ImageEngines() {
	}

	/**
	 * Returns the engine that runs on every platform.
	 * @return a new engine, ready for use by several threads
	 * @throws IllegalStateException if an image library that it needs is missing or
	 * broken
	 */
	public static ImageEngine portable() {
		return new PortableEngine();
	}

}
