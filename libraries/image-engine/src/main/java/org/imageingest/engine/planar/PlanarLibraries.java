package org.imageingest.engine.planar;

import java.util.List;

import com.luciad.imageio.webp.WebPWrapper;
import org.imageingest.engine.foreign.LibraryMissingException;
import org.imageingest.engine.foreign.NativeLibrary;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The C libraries of this renderer.
 *
 * @param turboJpeg decodes and encodes JPEG
 * @param zimg resizes and converts colours
 * @param webp encodes WebP
 */
record PlanarLibraries(TurboJpeg turboJpeg, Zimg zimg, Webp webp) {

	private static final Logger logger = LoggerFactory.getLogger(PlanarLibraries.class);

	/**
	 * Loads the libraries of this machine.
	 * @return the libraries
	 * @throws LibraryMissingException if one is not there
	 */
	static PlanarLibraries load() {
		return new PlanarLibraries(new TurboJpeg(turboJpegLibrary()), new Zimg(zimgLibrary()), loadWebp());
	}

	/**
	 * Tells whether this machine has those libraries that do not come with this program.
	 * @return false if one is missing
	 */
	static boolean areHere() {
		try {
			turboJpegLibrary();
			zimgLibrary();
			return true;
		}
		catch (LibraryMissingException ex) {
			return false;
		}
	}

	private static NativeLibrary turboJpegLibrary() {
		return NativeLibrary.load("turbojpeg", 0);
	}

	private static NativeLibrary zimgLibrary() {
		return NativeLibrary.load("zimg", 2);
	}

	/**
	 * Takes the libwebp that comes with its Java artifact: it is the same everywhere, and
	 * rarely older than the system's.
	 */
	private static Webp loadWebp() {
		try {
			WebPWrapper.loadNativeLibrary();
			return new Webp(NativeLibrary.loadedByClasses("webp-imageio"));
		}
		catch (LinkageError | RuntimeException ex) {
			logger.debug("The libwebp of webp-imageio does not load here", ex);
			return new Webp(NativeLibrary.load("webp", 7));
		}
	}

	List<String> names() {
		return List.of("libturbojpeg", "libzimg " + this.zimg.version(), "libwebp " + this.webp.version());
	}

}
