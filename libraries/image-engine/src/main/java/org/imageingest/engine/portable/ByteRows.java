package org.imageingest.engine.portable;

import java.awt.image.DataBufferByte;
import java.awt.image.PixelInterleavedSampleModel;

/**
 * Rows of interleaved bytes, in any order of the bands.
 */
final class ByteRows implements PixelRows {

	private final int width;

	private final int height;

	private final int channels;

	private final byte[] data;

	private final int start;

	private final int[] bandOffsets;

	private final int pixelStride;

	private final int rowStride;

	ByteRows(int width, int height, PixelInterleavedSampleModel layout, DataBufferByte data) {
		this.width = width;
		this.height = height;
		this.channels = layout.getNumBands();
		this.data = data.getData();
		this.start = data.getOffset();
		this.bandOffsets = layout.getBandOffsets();
		this.pixelStride = layout.getPixelStride();
		this.rowStride = layout.getScanlineStride();
	}

	@Override
	public int width() {
		return this.width;
	}

	@Override
	public int height() {
		return this.height;
	}

	@Override
	public int channels() {
		return this.channels;
	}

	@Override
	public void read(int y, float[] row) {
		int rowStart = this.start + y * this.rowStride;
		if (this.channels == 3) {
			readRgb(rowStart, row);
			return;
		}
		for (int band = 0; band < this.channels; band++) {
			int from = rowStart + this.bandOffsets[band];
			for (int to = band; to < this.width * this.channels; to += this.channels) {
				row[to] = this.data[from] & 0xFF;
				from += this.pixelStride;
			}
		}
	}

	/** The way of nearly every photo, in one pass. */
	private void readRgb(int rowStart, float[] row) {
		byte[] source = this.data;
		int red = rowStart + this.bandOffsets[0];
		int green = rowStart + this.bandOffsets[1];
		int blue = rowStart + this.bandOffsets[2];
		int step = this.pixelStride;
		int from = 0;
		for (int to = 0; to < this.width * 3; to += 3) {
			row[to] = source[red + from] & 0xFF;
			row[to + 1] = source[green + from] & 0xFF;
			row[to + 2] = source[blue + from] & 0xFF;
			from += step;
		}
	}

}
