package org.imageingest.engine.portable;

import java.io.IOException;

import javax.imageio.ImageReader;

import org.imageingest.engine.colour.SourceColours;
import org.imageingest.engine.render.SourcePicture;

/**
 * Windows bitmaps by TwelveMonkeys.
 */
final class BmpDecoder extends ImageIoDecoder {

	private static final String PLUGIN = "com.twelvemonkeys.imageio.plugins.bmp.BMPImageReaderSpi";

	BmpDecoder() {
		super(ImageIoPlugins.reader(PLUGIN), false);
	}

	@Override
	SourceColours decode(ImageReader reader, SourcePicture source, RowSink pixels) throws IOException {
		pixels.take(PixelLayouts.rowsOf(asPromised(reader.read(0), source)));
		return SourceColours.SRGB;
	}

}
