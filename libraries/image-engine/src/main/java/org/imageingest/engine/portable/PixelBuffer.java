package org.imageingest.engine.portable;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
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
	 * Packs an sRGB picture into the layout that Java 2D and the encoders are quick with.
	 * @return {@code TYPE_INT_RGB}, or {@code TYPE_INT_ARGB} with alpha
	 */
	BufferedImage packed() {
		boolean alpha = hasAlpha();
		BufferedImage image = new BufferedImage(this.width, this.height,
				alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
		int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
		int from = 0;
		for (int i = 0; i < pixels.length; i++) {
			int rgb = (this.data[from] & 0xFF) << 16 | (this.data[from + 1] & 0xFF) << 8 | (this.data[from + 2] & 0xFF);
			pixels[i] = alpha ? (this.data[from + 3] << 24) | rgb : rgb;
			from += this.channels;
		}
		return image;
	}

}
