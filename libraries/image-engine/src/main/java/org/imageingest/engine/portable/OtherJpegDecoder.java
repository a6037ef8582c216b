package org.imageingest.engine.portable;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.io.IOException;

import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;

import org.imageingest.engine.EngineWarnings;
import org.imageingest.engine.colour.SourceColours;
import org.imageingest.engine.colour.SourceProfile;
import org.imageingest.engine.render.SourcePicture;

/**
 * JPEG by TwelveMonkeys, which knows CMYK, YCCK, lossless ones and broken headers, and of
 * several scans, which are decoded once for each: the whole picture is held. CMYK is
 * converted by the reader.
 */
final class OtherJpegDecoder extends ImageIoDecoder {

	private static final String PLUGIN = "com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi";

	private static final int CMYK_AND_RGB_BYTES = 7;

	OtherJpegDecoder() {
		super(ImageIoPlugins.reader(PLUGIN), false);
	}

	@Override
	SourceColours decode(ImageReader reader, SourcePicture source, RowSink pixels) throws IOException {
		JpegFaults faults = new JpegFaults();
		reader.addIIOReadWarningListener(faults);
		ImageReadParam param = reader.getDefaultReadParam();
		ImageTypeSpecifier stored = reader.getRawImageType(0);
		boolean cmyk = stored == null || stored.getNumBands() == 4
				|| stored.getColorModel().getColorSpace().getType() == ColorSpace.TYPE_CMYK;
		if (cmyk) {
			HeapCheck.requireRoom(source.header(), CMYK_AND_RGB_BYTES);
		}
		else {
			param.setDestinationType(stored);
		}
		BufferedImage image = asPromised(reader.read(0, param), source);
		faults.requireWhole();
		pixels.take(PixelLayouts.rowsOf(image));
		if (!cmyk) {
			return SourceProfile.of(source);
		}
		if (SourceProfile.of(source).profile() == null) {
			source.warnings().add(EngineWarnings.COLOUR_APPROXIMATED);
		}
		return SourceColours.SRGB;
	}

}
