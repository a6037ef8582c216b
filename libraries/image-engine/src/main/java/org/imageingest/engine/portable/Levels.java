package org.imageingest.engine.portable;

import java.awt.image.BufferedImage;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The sizes made of one photo: upright and sRGB. Small ones are made from larger ones
 * where those still have twice the pixels a side, which no eye can tell from the original
 * and which saves most of the work.
 */
final class Levels {

	private static final int ENOUGH = 2;

	private final PixelRows source;

	private final ToSrgb toSrgb;

	private final int orientation;

	private final Map<TargetSize, BufferedImage> made = new HashMap<>();

	Levels(DecodedPicture decoded, int orientation, ToSrgb toSrgb) {
		this.source = PixelLayouts.rowsOf(decoded.image());
		this.orientation = orientation;
		this.toSrgb = toSrgb;
	}

	/**
	 * Returns the photo in one size. To be asked from large to small.
	 * @param maxDimension longest side in pixels
	 * @return upright, sRGB, never larger than the photo
	 */
	BufferedImage level(int maxDimension) {
		TargetSize displayed = TargetSize.fit(displayedSize().width(), displayedSize().height(), maxDimension);
		BufferedImage level = this.made.get(displayed);
		if (level == null) {
			level = make(displayed);
			this.made.put(displayed, level);
		}
		return level;
	}

	private TargetSize displayedSize() {
		TargetSize stored = new TargetSize(this.source.width(), this.source.height());
		return turnsQuarter() ? stored.turned() : stored;
	}

	private boolean turnsQuarter() {
		return this.orientation >= 5;
	}

	private BufferedImage make(TargetSize displayed) {
		BufferedImage larger = smallestEnough(displayed);
		if (larger != null) {
			return LanczosResizer.resize(PixelLayouts.rowsOf(larger), displayed.width(), displayed.height()).packed();
		}
		TargetSize stored = turnsQuarter() ? displayed.turned() : displayed;
		PixelBuffer resized = LanczosResizer.resize(this.source, stored.width(), stored.height());
		return Upright.of(this.toSrgb.convert(resized).packed(), this.orientation);
	}

	private @Nullable BufferedImage smallestEnough(TargetSize target) {
		return this.made.values()
			.stream()
			.filter((level) -> level.getWidth() >= ENOUGH * target.width()
					&& level.getHeight() >= ENOUGH * target.height())
			.min(Comparator.comparingInt(BufferedImage::getWidth))
			.orElse(null);
	}

}
