package org.imageingest.engine.portable;

import java.io.IOException;

import javax.imageio.ImageReader;

/**
 * PNG by the JDK's reader: palettes, alpha, 16 bits and interlacing.
 */
final class PngDecoder extends ImageIoDecoder {

	private static final String PLUGIN = "com.sun.imageio.plugins.png.PNGImageReaderSpi";

	PngDecoder() {
		super(ImageIoPlugins.reader(PLUGIN), false);
	}

	@Override
	DecodedPicture decode(ImageReader reader, SourceFile source) throws IOException {
		return new DecodedPicture(asPromised(reader.read(0), source), SourceProfile.of(source));
	}

}
