package org.imageingest.engine.portable;

import java.awt.Point;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.awt.image.SampleModel;
import java.awt.image.WritableRaster;

/**
 * Stands in for the picture that the JDK's JPEG reader fills: the reader hands over one
 * row after the other, and this passes them on instead of keeping them. A photo of 12
 * megapixels so never takes its 36 MB.
 *
 * @see <a href=
 * "https://github.com/openjdk/jdk/blob/master/src/java.desktop/share/classes/com/sun/imageio/plugins/jpeg/JPEGImageReader.java">acceptPixels
 * in JPEGImageReader</a>
 */
final class RowRaster extends WritableRaster {

	private final RowSink pixels;

	private int rows;

	private RowRaster(SampleModel layout, RowSink pixels) {
		super(layout, new DataBufferByte(1), new Point());
		this.pixels = pixels;
	}

	/**
	 * Makes a picture that passes on what is written into it.
	 * @param width width in pixels
	 * @param height height in pixels
	 * @param channels 1 for grey, 3 for RGB
	 * @param pixels receives the rows
	 * @return a picture without pixels of its own
	 */
	static BufferedImage image(int width, int height, int channels, RowSink pixels) {
		int[] offsets = (channels == 1) ? new int[] { 0 } : new int[] { 0, 1, 2 };
		SampleModel layout = new PixelInterleavedSampleModel(DataBuffer.TYPE_BYTE, width, height, channels,
				width * channels, offsets);
		ColorSpace space = ColorSpace.getInstance((channels == 1) ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB);
		ComponentColorModel colours = new ComponentColorModel(space, false, false, ColorModel.OPAQUE,
				DataBuffer.TYPE_BYTE);
		pixels.begin(width, height, channels);
		return new BufferedImage(colours, new RowRaster(layout, pixels), false, null);
	}

	@Override
	public void setRect(int x, int y, Raster row) {
		if (y != this.rows || x != 0 || row.getHeight() != 1 || row.getWidth() != getWidth()) {
			throw new IllegalStateException("Row " + y + " came after " + this.rows + " rows");
		}
		byte[] from = ((DataBufferByte) row.getDataBuffer()).getData();
		float[] to = this.pixels.next();
		for (int i = 0; i < to.length; i++) {
			to[i] = from[i] & 0xFF;
		}
		this.pixels.filled();
		this.rows++;
	}

	/**
	 * Returns how many rows came.
	 * @return rows
	 */
	int rows() {
		return this.rows;
	}

}
