package org.imageingest.engine;

import java.util.List;

import org.imageingest.engine.portable.PortableRenderer;
import org.imageingest.engine.render.PictureRenderer;

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
			case AUTO, PLANAR, VIPS, PORTABLE -> of(List.of(new PortableRenderer()));
		};
	}

	/**
	 * Returns an engine of certain renderers.
	 * @param renderers at least one, the best first
	 * @return a new engine
	 */
	static ImageEngine of(List<PictureRenderer> renderers) {
		return new PhotoEngine(renderers, List.of());
	}

}
