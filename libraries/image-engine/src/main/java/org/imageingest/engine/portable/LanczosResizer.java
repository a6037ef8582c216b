package org.imageingest.engine.portable;

import java.util.Arrays;

/**
 * Resizes by columns first, then by rows, holding only as many source rows as the filter
 * is high. The inner loops run over plain float arrays so that the JIT turns them into
 * vector instructions. Alpha is multiplied in before and divided out after, or invisible
 * colours would bleed into visible ones.
 */
final class LanczosResizer {

	private final PixelRows source;

	private final LanczosWeights vertical;

	private final LanczosWeights horizontal;

	private final float[][] rows;

	private final int[] rowNumbers;

	private final float[] column;

	private LanczosResizer(PixelRows source, int width, int height) {
		this.source = source;
		this.vertical = LanczosWeights.of(source.height(), height);
		this.horizontal = LanczosWeights.of(source.width(), width);
		int rowLength = source.width() * source.channels();
		this.rows = new float[this.vertical.mostTaps()][rowLength];
		this.rowNumbers = new int[this.rows.length];
		Arrays.fill(this.rowNumbers, -1);
		this.column = new float[rowLength];
	}

	/**
	 * Resizes a picture.
	 * @param source the picture
	 * @param width target width in pixels
	 * @param height target height in pixels
	 * @return interleaved bytes
	 */
	static PixelBuffer resize(PixelRows source, int width, int height) {
		return new LanczosResizer(source, width, height).run(width, height);
	}

	private PixelBuffer run(int width, int height) {
		int channels = this.source.channels();
		PixelBuffer target = new PixelBuffer(width, height, channels, new byte[width * height * channels]);
		float[] line = new float[width * channels];
		for (int y = 0; y < height; y++) {
			shrinkColumns(y);
			switch (channels) {
				case 1 -> shrinkGrey(line);
				case 3 -> shrinkRgb(line);
				default -> shrinkAny(line, channels);
			}
			store(line, target, y);
		}
		return target;
	}

	/** Weighs the source rows of one target row, four at a time. */
	private void shrinkColumns(int y) {
		int start = this.vertical.starts()[y];
		float[] weights = this.vertical.weights()[y];
		float[] sum = this.column;
		if (weights.length == 1) {
			System.arraycopy(row(start), 0, sum, 0, sum.length);
			return;
		}
		Arrays.fill(sum, 0);
		int k = 0;
		for (; k + 4 <= weights.length; k += 4) {
			addFour(sum, row(start + k), weights[k], row(start + k + 1), weights[k + 1], row(start + k + 2),
					weights[k + 2], row(start + k + 3), weights[k + 3]);
		}
		for (; k < weights.length; k++) {
			add(sum, row(start + k), weights[k]);
		}
	}

	private static void addFour(float[] sum, float[] a, float wa, float[] b, float wb, float[] c, float wc, float[] d,
			float wd) {
		for (int i = 0; i < sum.length; i++) {
			sum[i] += wa * a[i] + wb * b[i] + wc * c[i] + wd * d[i];
		}
	}

	private static void add(float[] sum, float[] a, float weight) {
		for (int i = 0; i < sum.length; i++) {
			sum[i] += weight * a[i];
		}
	}

	/** Returns a source row, reading it on first use. */
	private float[] row(int y) {
		int slot = y % this.rows.length;
		float[] row = this.rows[slot];
		if (this.rowNumbers[slot] != y) {
			this.source.read(y, row);
			if (this.source.hasAlpha()) {
				Alpha.multiply(row, this.source.channels());
			}
			this.rowNumbers[slot] = y;
		}
		return row;
	}

	private void shrinkGrey(float[] line) {
		for (int x = 0; x < line.length; x++) {
			float[] weights = this.horizontal.weights()[x];
			int from = this.horizontal.starts()[x];
			float grey = 0;
			for (float weight : weights) {
				grey += weight * this.column[from++];
			}
			line[x] = grey;
		}
	}

	private void shrinkRgb(float[] line) {
		float[] values = this.column;
		int to = 0;
		for (int x = 0; to < line.length; x++) {
			int from = this.horizontal.starts()[x] * 3;
			float red = 0;
			float green = 0;
			float blue = 0;
			for (float weight : this.horizontal.weights()[x]) {
				red += weight * values[from];
				green += weight * values[from + 1];
				blue += weight * values[from + 2];
				from += 3;
			}
			line[to++] = red;
			line[to++] = green;
			line[to++] = blue;
		}
	}

	private void shrinkAny(float[] line, int channels) {
		for (int to = 0; to < line.length; to++) {
			int from = this.horizontal.starts()[to / channels] * channels + to % channels;
			float sum = 0;
			for (float weight : this.horizontal.weights()[to / channels]) {
				sum += weight * this.column[from];
				from += channels;
			}
			line[to] = sum;
		}
	}

	private void store(float[] line, PixelBuffer target, int y) {
		if (this.source.hasAlpha()) {
			Alpha.divide(line, target.channels());
		}
		byte[] data = target.data();
		int to = y * line.length;
		for (float value : line) {
			// Lanczos overshoots at edges
			data[to++] = (byte) Math.max(0, Math.min(255, (int) (value + 0.5f)));
		}
	}

}
