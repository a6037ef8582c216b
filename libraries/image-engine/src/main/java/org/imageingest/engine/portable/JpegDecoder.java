package org.imageingest.engine.portable;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.io.IOException;

import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;

import org.imageingest.engine.EngineWarnings;

/**
 * JPEG by TwelveMonkeys, which knows CMYK, YCCK and broken headers. Grey and RGB are
 * taken in the colours of the file, because converting after resizing costs a quarter;
 * CMYK is converted by the reader.
 */
final class JpegDecoder extends ImageIoDecoder {

	private static final String PLUGIN = "com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi";

	private static final int CMYK_AND_RGB_BYTES = 7;

	JpegDecoder() {
		super(ImageIoPlugins.reader(PLUGIN), false);
	}

	@Override
	DecodedPicture decode(ImageReader reader, SourceFile source) throws IOException {
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
		if (!cmyk) {
			return new DecodedPicture(image, SourceProfile.of(source));
		}
		if (source.colour().iccProfile() == null) {
			source.warnings().add(EngineWarnings.COLOUR_APPROXIMATED);
		}
		return new DecodedPicture(image, null);
	}

}
