package org.imageingest.engine.portable;

import java.awt.image.DataBufferUShort;
import java.awt.image.PixelInterleavedSampleModel;

/**
 * Rows of interleaved 16-bit values; none of their precision is lost before resizing.
 *
 * @param width width in pixels
 * @param height height in pixels
 * @param layout where the bands stand
 * @param data the values
 */
record ShortRows(int width, int height, PixelInterleavedSampleModel layout,
		DataBufferUShort data) implements PixelRows {

	private static final float TO_EIGHT_BITS = 255f / 65_535f;

	@Override
	public int channels() {
		return this.layout.getNumBands();
	}

	@Override
	public void read(int y, float[] row) {
		short[] values = this.data.getData();
		int channels = channels();
		int[] offsets = this.layout.getBandOffsets();
		int rowStart = this.data.getOffset() + y * this.layout.getScanlineStride();
		for (int band = 0; band < channels; band++) {
			int from = rowStart + offsets[band];
			for (int to = band; to < this.width * channels; to += channels) {
				row[to] = (values[from] & 0xFFFF) * TO_EIGHT_BITS;
				from += this.layout.getPixelStride();
			}
		}
	}

}
