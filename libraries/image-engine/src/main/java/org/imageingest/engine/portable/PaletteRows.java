package org.imageingest.engine.portable;

import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/**
 * Rows of a picture with a palette. Grey of less than 8 bits comes this way too.
 */
final class PaletteRows implements PixelRows {

	private final Raster raster;

	private final int[] palette;

	private final boolean alpha;

	private final int[] indexes;

	PaletteRows(Raster raster, IndexColorModel colours) {
		this.raster = raster;
		this.palette = new int[colours.getMapSize()];
		colours.getRGBs(this.palette);
		this.alpha = colours.hasAlpha();
		this.indexes = new int[raster.getWidth()];
	}

	@Override
	public int width() {
		return this.raster.getWidth();
	}

	@Override
	public int height() {
		return this.raster.getHeight();
	}

	@Override
	public int channels() {
		return this.alpha ? 4 : 3;
	}

	@Override
	public void read(int y, float[] row) {
		this.raster.getSamples(this.raster.getMinX(), this.raster.getMinY() + y, width(), 1, 0, this.indexes);
		int to = 0;
		for (int index : this.indexes) {
			// An index beyond the palette is a fault of the file: black, as browsers show
			// it
			int argb = (index < this.palette.length) ? this.palette[index] : 0xFF000000;
			row[to++] = argb >> 16 & 0xFF;
			row[to++] = argb >> 8 & 0xFF;
			row[to++] = argb & 0xFF;
			if (this.alpha) {
				row[to++] = argb >>> 24;
			}
		}
	}

}
