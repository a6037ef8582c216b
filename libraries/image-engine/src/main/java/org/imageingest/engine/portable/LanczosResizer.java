package org.imageingest.engine.portable;

import java.util.Arrays;

import org.imageingest.engine.render.TargetSize;

/**
 * Resizes by columns first, then by rows, holding only as many source rows as the filter
 * is high: it takes the rows as the decoder makes them. The inner loops run over plain
 * float arrays so that the JIT turns them into vector instructions. Alpha is multiplied
 * in before and divided out after, or invisible colours would bleed into visible ones.
 */
final class LanczosResizer {

	private final int channels;

	private final boolean alpha;

	private final LanczosWeights vertical;

	private final LanczosWeights horizontal;

	private final float[][] rows;

	private final float[] column;

	private final float[] line;

	private final Upright upright;

	private final PixelBuffer target;

	private int taken;

	private int done;

	/**
	 * Prepares for one picture.
	 * @param source its size as stored
	 * @param channels 1 to 4, see {@link PixelRows#channels()}
	 * @param size the size to be made, as stored
	 * @param orientation how the result is turned, 1 to 8
	 */
	LanczosResizer(TargetSize source, int channels, TargetSize size, int orientation) {
		this.channels = channels;
		this.alpha = channels == 2 || channels == 4;
		this.vertical = LanczosWeights.of(source.height(), size.height());
		this.horizontal = LanczosWeights.of(source.width(), size.width());
		this.rows = new float[this.vertical.mostTaps()][source.width() * channels];
		this.column = new float[source.width() * channels];
		this.line = new float[size.width() * channels];
		this.upright = Upright.of(size.width(), size.height(), orientation);
		this.target = new PixelBuffer(this.upright.width(), this.upright.height(), channels,
				new byte[size.width() * size.height() * channels]);
	}

	/**
	 * Resizes a picture that is in hand.
	 * @param source the picture
	 * @param width target width in pixels
	 * @param height target height in pixels
	 * @return interleaved bytes
	 */
	static PixelBuffer resize(PixelRows source, int width, int height) {
		LanczosResizer resizer = new LanczosResizer(new TargetSize(source.width(), source.height()), source.channels(),
				new TargetSize(width, height), 1);
		for (int y = 0; y < source.height(); y++) {
			source.read(y, resizer.next());
			resizer.filled();
		}
		return resizer.resized();
	}

	/**
	 * Returns where the next source row goes.
	 * @return the same array until it is filled
	 */
	float[] next() {
		return row(this.taken);
	}

	/**
	 * Takes the row that was filled in, and makes every row that needed only this one.
	 */
	void filled() {
		if (this.alpha) {
			Alpha.multiply(next(), this.channels);
		}
		this.taken++;
		while (this.done < this.vertical.starts().length && this.vertical.end(this.done) <= this.taken) {
			shrinkColumns(this.done);
			switch (this.channels) {
				case 1 -> shrinkGrey();
				case 3 -> shrinkRgb();
				default -> shrinkAny();
			}
			store(this.done++);
		}
	}

	/**
	 * Returns the result.
	 * @return the picture in its new size, turned
	 */
	PixelBuffer resized() {
		if (this.done < this.vertical.starts().length) {
			throw new IllegalStateException("Only " + this.taken + " rows were taken");
		}
		return this.target;
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

	private float[] row(int y) {
		return this.rows[y % this.rows.length];
	}

	private void shrinkGrey() {
		float[] line = this.line;
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

	private void shrinkRgb() {
		float[] line = this.line;
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

	private void shrinkAny() {
		float[] line = this.line;
		int channels = this.channels;
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

	private void store(int y) {
		if (this.alpha) {
			Alpha.divide(this.line, this.channels);
		}
		byte[] data = this.target.data();
		int gap = (this.upright.right() - 1) * this.channels;
		int to = (this.upright.origin() + y * this.upright.down()) * this.channels;
		for (int from = 0; from < this.line.length; to += gap) {
			for (int c = 0; c < this.channels; c++) {
				// Lanczos overshoots at edges
				data[to++] = (byte) Math.max(0, Math.min(255, (int) (this.line[from++] + 0.5f)));
			}
		}
	}

}
