package org.imageingest.engine.portable;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferUShort;
import java.awt.image.IndexColorModel;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.WritableRaster;

/**
 * Chooses how the rows of a decoded picture are read. Colours are taken as they stand,
 * except in layouts that only the colour model itself can explain.
 */
final class PixelLayouts {

	private PixelLayouts() {
	}

	static PixelRows rowsOf(BufferedImage image) {
		WritableRaster raster = image.getRaster();
		ColorModel colours = image.getColorModel();
		boolean plain = colours instanceof ComponentColorModel && hasGreyOrRgb(colours) && !image.isAlphaPremultiplied()
				&& raster.getSampleModel() instanceof PixelInterleavedSampleModel
				&& raster.getSampleModelTranslateX() == 0 && raster.getSampleModelTranslateY() == 0;
		if (plain && raster.getDataBuffer() instanceof DataBufferByte data) {
			return new ByteRows(image.getWidth(), image.getHeight(),
					(PixelInterleavedSampleModel) raster.getSampleModel(), data);
		}
		if (plain && raster.getDataBuffer() instanceof DataBufferUShort data) {
			return new ShortRows(image.getWidth(), image.getHeight(),
					(PixelInterleavedSampleModel) raster.getSampleModel(), data);
		}
		if (colours instanceof IndexColorModel palette) {
			return new PaletteRows(raster, palette);
		}
		return new ArgbRows(image);
	}

	private static boolean hasGreyOrRgb(ColorModel colours) {
		return switch (colours.getColorSpace().getType()) {
			case ColorSpace.TYPE_GRAY, ColorSpace.TYPE_RGB -> true;
			default -> false;
		};
	}

}
