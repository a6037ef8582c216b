package org.imageingest.engine.portable;

import java.awt.image.BufferedImage;

/**
 * Rows of any other picture, as its colour model explains them: sRGB.
 */
final class ArgbRows implements PixelRows {

	private final BufferedImage image;

	private final boolean alpha;

	private final int[] argb;

	ArgbRows(BufferedImage image) {
		this.image = image;
		this.alpha = image.getColorModel().hasAlpha();
		this.argb = new int[image.getWidth()];
	}

	@Override
	public int width() {
		return this.image.getWidth();
	}

	@Override
	public int height() {
		return this.image.getHeight();
	}

	@Override
	public int channels() {
		return this.alpha ? 4 : 3;
	}

	@Override
	public void read(int y, float[] row) {
		this.image.getRGB(0, y, width(), 1, this.argb, 0, width());
		int to = 0;
		for (int pixel : this.argb) {
			row[to++] = pixel >> 16 & 0xFF;
			row[to++] = pixel >> 8 & 0xFF;
			row[to++] = pixel & 0xFF;
			if (this.alpha) {
				row[to++] = pixel >>> 24;
			}
		}
	}

}
