package org.imageingest.engine.placeholder;

import java.util.Arrays;

/**
 * The lowest frequencies of one channel of a picture: cosines along both sides (DCT-II),
 * those in the corner of a triangle.
 *
 * @param mean mean of the channel
 * @param scale largest amplitude
 * @param amplitudes the others, row by row, as shares of the scale: -1 to 1
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Frequencies(float mean, float scale, float[] amplitudes) {

	/**
	 * Measures a channel.
	 * @param channel one value a pixel
	 * @param picture the picture that it is of
	 * @param across frequencies along its width
	 * @param down frequencies along its height
	 * @return the frequencies
	 */
	static Frequencies of(float[] channel, SmallPicture picture, int across, int down) {
		float[][] rows = alongRows(channel, picture, across);
		float[] amplitudes = new float[across * down];
		int count = 0;
		float scale = 0;
		float mean = 0;
		for (int v = 0; v < down; v++) {
			for (int u = 0; u * down < across * (down - v); u++) {
				float amplitude = 0;
				for (int y = 0; y < picture.height(); y++) {
					amplitude += rows[u][y] * cosine(v, y, picture.height());
				}
				amplitude /= picture.width() * picture.height();
				if (u == 0 && v == 0) {
					mean = amplitude;
				}
				else {
					amplitudes[count++] = amplitude;
					scale = Math.max(scale, Math.abs(amplitude));
				}
			}
		}
		return new Frequencies(mean, scale, shares(Arrays.copyOf(amplitudes, count), scale));
	}

	/** Each row's sum with each cosine, so that it is not made again for each column. */
	private static float[][] alongRows(float[] channel, SmallPicture picture, int across) {
		int width = picture.width();
		float[][] rows = new float[across][picture.height()];
		for (int u = 0; u < across; u++) {
			float[] cosines = new float[width];
			for (int x = 0; x < width; x++) {
				cosines[x] = cosine(u, x, width);
			}
			for (int y = 0; y < picture.height(); y++) {
				float sum = 0;
				for (int x = 0; x < width; x++) {
					sum += channel[y * width + x] * cosines[x];
				}
				rows[u][y] = sum;
			}
		}
		return rows;
	}

	private static float cosine(int frequency, int position, int length) {
		return (float) Math.cos(Math.PI / length * frequency * (position + 0.5));
	}

	private static float[] shares(float[] amplitudes, float scale) {
		for (int i = 0; i < amplitudes.length; i++) {
			amplitudes[i] = (scale > 0) ? amplitudes[i] / scale : -1;
		}
		return amplitudes;
	}

	int count() {
		return this.amplitudes.length;
	}

	/** Mean of 0 to 1 as a whole number. */
	int mean(int most) {
		return Math.round(most * this.mean);
	}

	/** Mean of -1 to 1 as a whole number, which has its middle at half of the most. */
	int signedMean(int most) {
		return Math.round(most / 2f + most / 2f * this.mean);
	}

	int scale(int most) {
		return Math.round(most * this.scale);
	}

	int level(int index, int most) {
		return Math.round(most * (0.5f + 0.5f * this.amplitudes[index]));
	}

}
