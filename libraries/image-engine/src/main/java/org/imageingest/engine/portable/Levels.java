package org.imageingest.engine.portable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.imageingest.engine.render.TargetSize;

/**
 * The sizes made of one photo: upright and sRGB. They are made while the photo is
 * decoded, without ever holding the whole of it. Small ones are made from larger ones
 * where those are large enough.
 */
final class Levels implements RowSink {

	private final List<Integer> maxDimensions;

	private final int orientation;

	private final Map<TargetSize, LanczosResizer> inWork = new LinkedHashMap<>();

	private final Map<TargetSize, PixelBuffer> made = new HashMap<>();

	private List<LanczosResizer> resizers = List.of();

	private TargetSize displayed = new TargetSize(0, 0);

	/**
	 * Plans the sizes.
	 * @param maxDimensions the longest side of each in pixels
	 * @param orientation of the photo, 1 to 8
	 */
	Levels(List<Integer> maxDimensions, int orientation) {
		this.maxDimensions = maxDimensions.stream().distinct().sorted(Comparator.reverseOrder()).toList();
		this.orientation = orientation;
	}

	@Override
	public void begin(int width, int height, int channels) {
		TargetSize stored = new TargetSize(width, height);
		this.displayed = asDisplayed(stored);
		List<TargetSize> planned = new ArrayList<>();
		for (int maxDimension : this.maxDimensions) {
			TargetSize size = size(maxDimension);
			if (TargetSize.smallestEnough(planned, size) == null && !planned.contains(size)) {
				TargetSize target = asDisplayed(size);
				this.inWork.put(size, new LanczosResizer(stored, channels, target, this.orientation));
			}
			planned.add(size);
		}
		this.resizers = List.copyOf(this.inWork.values());
	}

	@Override
	public float[] next() {
		return this.resizers.getFirst().next();
	}

	@Override
	public void filled() {
		LanczosResizer first = this.resizers.getFirst();
		for (LanczosResizer other : this.resizers.subList(1, this.resizers.size())) {
			System.arraycopy(first.next(), 0, other.next(), 0, first.next().length);
			other.filled();
		}
		first.filled();
	}

	/**
	 * Ends the photo, whose rows were all taken.
	 * @param toSrgb converts its colours
	 */
	void finish(ToSrgb toSrgb) {
		this.inWork.forEach((size, resizer) -> this.made.put(size, toSrgb.convert(resizer.resized())));
		this.inWork.clear();
		this.resizers = List.of();
	}

	/**
	 * Returns the photo in one of the planned sizes. To be asked from large to small.
	 * @param maxDimension longest side in pixels
	 * @return upright, sRGB, never larger than the photo
	 */
	PixelBuffer level(int maxDimension) {
		TargetSize size = size(maxDimension);
		PixelBuffer level = this.made.get(size);
		if (level == null) {
			PixelBuffer larger = this.made.get(TargetSize.smallestEnough(this.made.keySet(), size));
			if (larger == null) {
				throw new IllegalArgumentException("No size of " + maxDimension + " pixels was planned");
			}
			level = LanczosResizer.resize(larger, size.width(), size.height());
			this.made.put(size, level);
		}
		return level;
	}

	private TargetSize size(int maxDimension) {
		return TargetSize.fit(this.displayed.width(), this.displayed.height(), maxDimension);
	}

	/** A quarter turn there is one back. */
	private TargetSize asDisplayed(TargetSize size) {
		return Upright.isQuarterTurn(this.orientation) ? size.turned() : size;
	}

}
