package org.imageingest.engine.portable;

/**
 * Arithmetic of transparency on rows whose last channel is alpha.
 */
final class Alpha {

	private static final float OPAQUE = 255;

	private Alpha() {
	}

	static void multiply(float[] row, int channels) {
		for (int at = 0; at < row.length; at += channels) {
			float alpha = row[at + channels - 1] / OPAQUE;
			for (int c = 0; c < channels - 1; c++) {
				row[at + c] *= alpha;
			}
		}
	}

	static void divide(float[] row, int channels) {
		for (int at = 0; at < row.length; at += channels) {
			float alpha = row[at + channels - 1];
			float factor = (alpha > 0.5f) ? OPAQUE / alpha : 0;
			for (int c = 0; c < channels - 1; c++) {
				row[at + c] *= factor;
			}
		}
	}

	/**
	 * Lays a picture on white.
	 * @param picture RGB and alpha
	 * @return RGB
	 */
	static PixelBuffer onWhite(PixelBuffer picture) {
		byte[] from = picture.data();
		byte[] flat = new byte[picture.width() * picture.height() * 3];
		int at = 0;
		for (int to = 0; to < flat.length; at += 4) {
			int alpha = from[at + 3] & 0xFF;
			int white = 255 * (255 - alpha);
			for (int c = 0; c < 3; c++) {
				flat[to++] = (byte) (((from[at + c] & 0xFF) * alpha + white + 127) / 255);
			}
		}
		return new PixelBuffer(picture.width(), picture.height(), 3, flat);
	}

}
