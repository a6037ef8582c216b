package org.imageingest.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import org.imageingest.engine.foreign.LibraryMissingException;
import org.imageingest.engine.planar.PlanarRenderer;
import org.imageingest.engine.portable.PortableRenderer;
import org.imageingest.engine.render.PictureRenderer;
import org.imageingest.engine.vips.VipsRenderer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Chooses the engine of this machine.
 */
public final class ImageEngines {

	private static final Logger logger = LoggerFactory.getLogger(ImageEngines.class);

	private static final String PLANAR_HINT = "JPEGs would be several times faster with libturbojpeg and libzimg: "
			+ "apt-get install libturbojpeg0 libzimg2, dnf install turbojpeg zimg, brew install jpeg-turbo zimg";

	private static final String VIPS_HINT = "HEIC and AVIF need libvips, and other formats would be faster with it: "
			+ "apt-get install libvips42, dnf install vips vips-heif, brew install vips";

	private ImageEngines() {
	}

	/**
	 * Returns an engine of the libraries that load and that make a tiny picture of each
	 * format.
	 * @param choice which libraries it may use
	 * @return a new engine, ready for use by several threads
	 * @throws IllegalStateException if a library that was asked for by name is missing or
	 * does not work; the message says how to get it
	 */
	public static ImageEngine create(EngineChoice choice) {
		List<PictureRenderer> renderers = new ArrayList<>();
		List<String> hints = new ArrayList<>();
		boolean auto = choice == EngineChoice.AUTO;
		if (auto || choice == EngineChoice.PLANAR) {
			add(renderers, PlanarRenderer::new, PLANAR_HINT, hints, auto);
		}
		if (auto || choice == EngineChoice.VIPS) {
			add(renderers, VipsRenderer::new, VIPS_HINT, hints, auto);
		}
		renderers.add(RendererTrial.pass(new PortableRenderer()));
		return of(renderers, hints);
	}

	/**
	 * Tells, without decoding anything, whether an engine will leave most photos to C
	 * libraries, so that it needs little Java heap.
	 * @param choice which libraries it may use
	 * @return false if photos are worked on in Java, or if a library is not there
	 */
	public static boolean isNative(EngineChoice choice) {
		return switch (choice) {
			case AUTO, PLANAR -> PlanarRenderer.isAvailable();
			case VIPS -> true;
			case PORTABLE -> false;
		};
	}

	/**
	 * Returns an engine of given renderers.
	 * @param renderers at least one, the best first
	 * @param hints what would make it better
	 * @return a new engine
	 */
	static ImageEngine of(List<PictureRenderer> renderers, List<String> hints) {
		return new PhotoEngine(renderers, hints);
	}

	private static void add(List<PictureRenderer> renderers, Supplier<PictureRenderer> renderer, String hint,
			List<String> hints, boolean optional) {
		try {
			renderers.add(RendererTrial.pass(renderer.get()));
		}
		catch (LibraryMissingException | IllegalStateException ex) {
			if (!optional) {
				throw new IllegalStateException(ex.getMessage() + ". " + hint, ex);
			}
			logger.debug("Not on this machine: {}", hint, ex);
			hints.add(ex.getMessage() + ". " + hint);
		}
	}

}
