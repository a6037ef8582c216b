package org.imageingest.engine.placeholder;

import java.io.ByteArrayOutputStream;

/**
 * Encodes a picture as ThumbHash: its mean colour, its shape and the lowest frequencies
 * of light, of two differences of colours and of alpha, four bits each.
 *
 * @see <a href="https://evanw.github.io/thumbhash/">ThumbHash</a>
 */
final class ThumbHash {

	/** Frequencies of light along the longer side. */
	private static final int LIGHT = 7;

	/** The same where alpha takes a part of the bytes. */
	private static final int LIGHT_BESIDE_ALPHA = 5;

	private static final int LEAST_LIGHT = 3;

	private static final int COLOUR = 3;

	private static final int ALPHA = 5;

	private ThumbHash() {
	}

	/**
	 * Encodes a picture.
	 * @param picture the picture
	 * @return 5 to 25 bytes
	 */
	static byte[] of(SmallPicture picture) {
		int pixels = picture.width() * picture.height();
		float[] mean = mean(picture);
		boolean hasAlpha = mean[3] < pixels;
		float[][] channels = channels(picture, mean);
		int longSide = Math.max(picture.width(), picture.height());
		int most = hasAlpha ? LIGHT_BESIDE_ALPHA : LIGHT;
		int across = Math.max(1, Math.round((float) most * picture.width() / longSide));
		int down = Math.max(1, Math.round((float) most * picture.height() / longSide));
		Frequencies light = Frequencies.of(channels[0], picture, Math.max(LEAST_LIGHT, across),
				Math.max(LEAST_LIGHT, down));
		Frequencies yellowBlue = Frequencies.of(channels[1], picture, COLOUR, COLOUR);
		Frequencies redGreen = Frequencies.of(channels[2], picture, COLOUR, COLOUR);
		boolean landscape = picture.width() > picture.height();
		ByteArrayOutputStream hash = new ByteArrayOutputStream();
		write(hash, 3, light.mean(63) | yellowBlue.signedMean(63) << 6 | redGreen.signedMean(63) << 12
				| light.scale(31) << 18 | (hasAlpha ? 1 << 23 : 0));
		write(hash, 2, (landscape ? down : across) | yellowBlue.scale(63) << 3 | redGreen.scale(63) << 9
				| (landscape ? 1 << 15 : 0));
		Nibbles nibbles = new Nibbles(hash);
		if (hasAlpha) {
			Frequencies alpha = Frequencies.of(channels[3], picture, ALPHA, ALPHA);
			write(hash, 1, alpha.mean(15) | alpha.scale(15) << 4);
			nibbles.write(light, yellowBlue, redGreen, alpha);
		}
		else {
			nibbles.write(light, yellowBlue, redGreen);
		}
		return hash.toByteArray();
	}

	/** Mean colour of what is not transparent, and the sum of alpha. */
	private static float[] mean(SmallPicture picture) {
		float[] rgba = picture.rgba();
		double[] sums = new double[4];
		for (int i = 0; i < rgba.length; i += 4) {
			double alpha = rgba[i + 3];
			sums[0] += alpha * rgba[i];
			sums[1] += alpha * rgba[i + 1];
			sums[2] += alpha * rgba[i + 2];
			sums[3] += alpha;
		}
		double weight = (sums[3] > 0) ? sums[3] : 1;
		return new float[] { (float) (sums[0] / weight), (float) (sums[1] / weight), (float) (sums[2] / weight),
				(float) sums[3] };
	}

	/** Light, yellow against blue, red against green, alpha; on the mean colour. */
	private static float[][] channels(SmallPicture picture, float[] mean) {
		float[] rgba = picture.rgba();
		float[][] channels = new float[4][rgba.length / 4];
		for (int i = 0; i < channels[0].length; i++) {
			float alpha = rgba[4 * i + 3];
			float red = mean[0] * (1 - alpha) + alpha * rgba[4 * i];
			float green = mean[1] * (1 - alpha) + alpha * rgba[4 * i + 1];
			float blue = mean[2] * (1 - alpha) + alpha * rgba[4 * i + 2];
			channels[0][i] = (red + green + blue) / 3;
			channels[1][i] = (red + green) / 2 - blue;
			channels[2][i] = red - green;
			channels[3][i] = alpha;
		}
		return channels;
	}

	private static void write(ByteArrayOutputStream hash, int bytes, int value) {
		for (int i = 0; i < bytes; i++) {
			hash.write(value >> (8 * i));
		}
	}

	/**
	 * Two values share a byte, the first in its lower half, whatever channel they are of.
	 */
	private static final class Nibbles {

		private final ByteArrayOutputStream hash;

		private int lower = -1;

		Nibbles(ByteArrayOutputStream hash) {
			this.hash = hash;
		}

		void write(Frequencies... channels) {
			for (Frequencies channel : channels) {
				for (int i = 0; i < channel.count(); i++) {
					write(channel.level(i, 15));
				}
			}
			if (this.lower >= 0) {
				this.hash.write(this.lower);
			}
		}

		private void write(int value) {
			if (this.lower < 0) {
				this.lower = value;
			}
			else {
				this.hash.write(this.lower | value << 4);
				this.lower = -1;
			}
		}

	}

}
