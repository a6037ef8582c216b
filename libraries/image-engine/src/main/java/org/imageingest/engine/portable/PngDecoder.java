package org.imageingest.engine.portable;

import java.io.IOException;

import javax.imageio.ImageReader;

import org.imageingest.engine.colour.SourceColours;
import org.imageingest.engine.colour.SourceProfile;
import org.imageingest.engine.render.SourcePicture;

/**
 * PNG by the JDK's reader: palettes, alpha, 16 bits and interlacing.
 */
final class PngDecoder extends ImageIoDecoder {

	private static final String PLUGIN = "com.sun.imageio.plugins.png.PNGImageReaderSpi";

	PngDecoder() {
		super(ImageIoPlugins.reader(PLUGIN), false);
	}

	@Override
	SourceColours decode(ImageReader reader, SourcePicture source, RowSink pixels) throws IOException {
		pixels.take(PixelLayouts.rowsOf(asPromised(reader.read(0), source)));
		return SourceProfile.of(source);
	}

}
