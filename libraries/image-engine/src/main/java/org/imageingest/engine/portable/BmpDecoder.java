package org.imageingest.engine.portable;

import java.io.IOException;

import javax.imageio.ImageReader;

/**
 * Windows bitmaps by TwelveMonkeys.
 */
final class BmpDecoder extends ImageIoDecoder {

	private static final String PLUGIN = "com.twelvemonkeys.imageio.plugins.bmp.BMPImageReaderSpi";

	BmpDecoder() {
		super(ImageIoPlugins.reader(PLUGIN), false);
	}

	@Override
	DecodedPicture decode(ImageReader reader, SourceFile source) throws IOException {
		return new DecodedPicture(asPromised(reader.read(0), source), null);
	}

}
