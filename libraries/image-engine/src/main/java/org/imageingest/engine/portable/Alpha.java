package org.imageingest.engine.portable;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

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
	 * @param picture {@code TYPE_INT_ARGB}
	 * @return {@code TYPE_INT_RGB}
	 */
	static BufferedImage onWhite(BufferedImage picture) {
		BufferedImage flat = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
		Graphics2D graphics = flat.createGraphics();
		try {
			graphics.drawImage(picture, 0, 0, Color.WHITE, null);
		}
		finally {
			graphics.dispose();
		}
		return flat;
	}

}
