package org.imageingest.engine.planar;

import java.util.List;

import org.imageingest.engine.foreign.NativeLibrary;

/**
 * The C libraries of this renderer.
 *
 * @param turboJpeg decodes and encodes JPEG
 * @param zimg resizes and converts colours
 * @param webp encodes WebP
 */
record PlanarLibraries(TurboJpeg turboJpeg, Zimg zimg, Webp webp) {

	/**
	 * Loads the libraries of this machine.
	 * @return the libraries
	 * @throws org.imageingest.engine.foreign.LibraryMissingException if one is not there
	 */
	static PlanarLibraries load() {
		return new PlanarLibraries(new TurboJpeg(NativeLibrary.load("turbojpeg", 0)),
				new Zimg(NativeLibrary.load("zimg", 2)), new Webp(NativeLibrary.load("webp", 7)));
	}

	List<String> names() {
		return List.of("libturbojpeg", "libzimg " + this.zimg.version(), "libwebp " + this.webp.version());
	}

}
