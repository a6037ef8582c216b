package org.imageingest.engine.vips;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.imageingest.engine.render.TargetSize;
import org.jspecify.annotations.Nullable;

/**
 * The sizes of one picture, upright and sRGB, in memory.
 */
final class PictureLevels implements AutoCloseable {

	private final TargetSize displayed;

	private final List<TargetSize> sizes;

	private final Map<TargetSize, VipsImage> made = new HashMap<>();

	/**
	 * Plans the sizes.
	 * @param displayed size of the picture as displayed
	 * @param maxDimensions longest side of each size in pixels, largest first
	 */
	PictureLevels(TargetSize displayed, List<Integer> maxDimensions) {
		this.displayed = displayed;
		this.sizes = maxDimensions.stream().map(this::fit).distinct().toList();
	}

	/**
	 * Returns the sizes to be made.
	 * @return from large to small
	 */
	List<TargetSize> sizes() {
		return this.sizes;
	}

	/**
	 * Counts the sizes that none of the others is large enough for.
	 * @return at least 1
	 */
	int sizesOfTheOriginal() {
		List<TargetSize> larger = new ArrayList<>();
		int count = 0;
		for (TargetSize size : this.sizes) {
			count += (TargetSize.smallestEnough(larger, size) == null) ? 1 : 0;
			larger.add(size);
		}
		return count;
	}

	/**
	 * Takes over a picture.
	 * @param level the picture in one of the sizes
	 */
	void add(VipsImage level) {
		this.made.put(level.size(), level);
	}

	/**
	 * Finds the picture that another size is best made from.
	 * @param size the size
	 * @return null if it is to be made from the original
	 */
	@Nullable VipsImage enoughFor(TargetSize size) {
		TargetSize larger = TargetSize.smallestEnough(this.made.keySet(), size);
		return (larger != null) ? this.made.get(larger) : null;
	}

	/**
	 * Returns the picture in one of the sizes that were made.
	 * @param maxDimension longest side in pixels
	 * @return upright, sRGB, never larger than the original
	 */
	VipsImage level(int maxDimension) {
		VipsImage level = this.made.get(fit(maxDimension));
		if (level == null) {
			throw new IllegalArgumentException("No size of " + maxDimension + " pixels was made");
		}
		return level;
	}

	private TargetSize fit(int maxDimension) {
		return TargetSize.fit(this.displayed.width(), this.displayed.height(), maxDimension);
	}

	@Override
	public void close() {
		this.made.values().forEach(VipsImage::close);
		this.made.clear();
	}

}
