package org.imageingest.engine.portable;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;

/**
 * A small picture in hand: interleaved bytes, first row first.
 *
 * @param width width in pixels
 * @param height height in pixels
 * @param channels 1 grey, 2 grey and alpha, 3 RGB, 4 RGB and alpha, not multiplied in
 * @param data {@code width * height * channels} bytes
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and megabytes are not copied
record PixelBuffer(int width, int height, int channels, byte[] data) implements PixelRows {

	@Override
	public void read(int y, float[] row) {
		int from = y * this.width * this.channels;
		for (int i = 0; i < this.width * this.channels; i++) {
			row[i] = this.data[from + i] & 0xFF;
		}
	}

	/**
	 * Returns the bytes as a raster, without copying them.
	 * @return a raster over the same bytes
	 */
	WritableRaster raster() {
		int[] offsets = new int[this.channels];
		for (int i = 0; i < this.channels; i++) {
			offsets[i] = i;
		}
		return Raster.createInterleavedRaster(new DataBufferByte(this.data, this.data.length), this.width, this.height,
				this.width * this.channels, this.channels, offsets, null);
	}

	/**
	 * Returns an sRGB picture as ImageIO wants it, without copying it.
	 * @return an image over the same bytes
	 */
	BufferedImage image() {
		ColorModel colours = new ComponentColorModel(ColorSpace.getInstance(ColorSpace.CS_sRGB), hasAlpha(), false,
				hasAlpha() ? ColorModel.TRANSLUCENT : ColorModel.OPAQUE, DataBuffer.TYPE_BYTE);
		return new UncopiedImage(colours, raster());
	}

	/** Encoders ask for the data of an image as a copy, and only read it. */
	private static final class UncopiedImage extends BufferedImage {

		UncopiedImage(ColorModel colours, WritableRaster raster) {
			super(colours, raster, false, null);
		}

		@Override
		public Raster getData() {
			return getRaster();
		}

	}

}
