package org.imageingest.engine;

import java.util.List;

import org.imageingest.engine.planar.PlanarRenderer;
import org.imageingest.engine.portable.PortableRenderer;

/**
 * The engines that there are.
 */
public final class ImageEngines {

	private ImageEngines() {
	}

	/**
	 * Returns an engine.
	 * @param choice which image libraries it may use
	 * @return a new engine, ready for use by several threads
	 * @throws IllegalStateException if an image library that it needs is missing or
	 * broken
	 */
	public static ImageEngine create(EngineChoice choice) {
		return switch (choice) {
			case AUTO, PLANAR -> new PhotoEngine(List.of(new PlanarRenderer(), new PortableRenderer()), List.of());
			case VIPS, PORTABLE -> new PhotoEngine(List.of(new PortableRenderer()), List.of());
		};
	}

}
