package org.imageingest.engine;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.imageingest.engine.format.ImageFormat;
import org.imageingest.engine.planar.PlanarRenderer;
import org.imageingest.engine.portable.PortableRenderer;
import org.imageingest.engine.render.PictureRenderer;
import org.imageingest.engine.vips.VipsRenderer;

/**
 * Chooses the engine of this machine.
 */
public final class ImageEngines {

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
		List<LateRenderer> renderers = renderers(choice);
		return of(renderers.stream().flatMap((renderer) -> renderer.load().stream()).toList(),
				renderers.stream().flatMap((renderer) -> renderer.missing().stream()).toList());
	}

	/**
	 * Returns an engine that loads and tries each library when a photo first needs it.
	 * Its description loads them all.
	 * @param choice which libraries it may use
	 * @return a new engine, ready for use by several threads. Where a library that was
	 * asked for by name is missing, its photos fail with {@link IllegalStateException}
	 */
	public static ImageEngine createOnDemand(EngineChoice choice) {
		return new PhotoEngine(renderers(choice), () -> create(choice).description());
	}

	private static List<LateRenderer> renderers(EngineChoice choice) {
		LateRenderer portable = LateRenderer.required(PortableRenderer::new, "");
		return switch (choice) {
			case AUTO -> List.of(LateRenderer.optional(PlanarRenderer::new, PLANAR_HINT),
					LateRenderer.optional(VipsRenderer::new, VIPS_HINT), portable);
			case PLANAR -> List.of(LateRenderer.required(PlanarRenderer::new, PLANAR_HINT), portable);
			case VIPS -> List.of(LateRenderer.required(VipsRenderer::new, VIPS_HINT), portable);
			case PORTABLE -> List.of(portable);
		};
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
		EngineDescription description = describe(renderers, hints);
		return new PhotoEngine(renderers, () -> description);
	}

	private static EngineDescription describe(List<PictureRenderer> renderers, List<String> hints) {
		List<String> libraries = new ArrayList<>();
		Set<ImageFormat> formats = EnumSet.noneOf(ImageFormat.class);
		for (PictureRenderer renderer : renderers) {
			renderer.libraries().stream().filter((library) -> !libraries.contains(library)).forEach(libraries::add);
			formats.addAll(renderer.formats());
		}
		return new EngineDescription(renderers.getFirst().name(), libraries, formats, hints);
	}

}
