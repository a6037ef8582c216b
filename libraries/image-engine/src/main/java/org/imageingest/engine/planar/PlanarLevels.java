package org.imageingest.engine.planar;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.imageingest.engine.planar.ZimgFormat.Colour;
import org.imageingest.engine.render.TargetSize;
import org.jspecify.annotations.Nullable;

/**
 * Makes the sizes of a picture: upright, sRGB, 4:2:0. Small ones are made from larger
 * ones that still have twice the pixels a side, which no eye can tell from the original.
 */
final class PlanarLevels implements AutoCloseable {

	private final ZimgConverter converter;

	private final List<Memory> memory = new ArrayList<>();

	PlanarLevels(Zimg zimg) {
		this.converter = new ZimgConverter(zimg);
	}

	/**
	 * Makes every size.
	 * @param decoded the picture, which may be smaller than it is stored
	 * @param colour what its samples mean
	 * @param stored its size as stored, which the sizes are counted from
	 * @param orientation how it is turned, 1 to 8
	 * @param maxDimensions longest side of each size in pixels, from large to small
	 * @return the sizes in this order, valid until the next call
	 */
	List<Level> of(Planes decoded, Colour colour, TargetSize stored, int orientation, List<Integer> maxDimensions) {
		Map<TargetSize, Planes> made = new LinkedHashMap<>();
		List<Level> levels = new ArrayList<>();
		for (int maxDimension : maxDimensions) {
			TargetSize size = TargetSize.fit(stored.width(), stored.height(), maxDimension);
			if (!made.containsKey(size)) {
				made.put(size, make(decoded, colour, size, orientation, made));
			}
			levels.add(new Level(maxDimension, Objects.requireNonNull(made.get(size))));
		}
		return levels;
	}

	/** Smaller ones are made from those that stand upright already. */
	private Planes make(Planes decoded, Colour colour, TargetSize size, int orientation, Map<TargetSize, Planes> made) {
		if (this.memory.size() == made.size()) {
			this.memory.add(Memory.empty());
		}
		Memory own = this.memory.get(made.size());
		Planes larger = largerThan(size, made);
		if (larger != null) {
			return resized(larger, (orientation >= 5) ? size.turned() : size, own);
		}
		return UprightPlanes.of(toSrgb(resized(decoded, size, own), colour, own), orientation, own.turned);
	}

	private static @Nullable Planes largerThan(TargetSize size, Map<TargetSize, Planes> made) {
		TargetSize larger = TargetSize.smallestEnough(made.keySet(), size);
		return (larger != null) ? made.get(larger) : null;
	}

	private Planes resized(Planes picture, TargetSize size, Memory own) {
		if (size.width() == picture.width() && size.height() == picture.height()
				&& picture.sampling() == ChromaSampling.QUARTER) {
			return picture;
		}
		Planes resized = Planes.in(own.resized, size.width(), size.height(), ChromaSampling.QUARTER);
		this.converter.resize(picture, resized);
		return resized;
	}

	/**
	 * By way of RGB: what sRGB cannot show is cut off there. As luma and chroma it would
	 * be cut off elsewhere, and come out as another colour: the purest green as a darker
	 * one.
	 */
	private Planes toSrgb(Planes picture, Colour colour, Memory own) {
		if (colour == Colour.SRGB) {
			return picture;
		}
		int width = picture.width() + picture.width() % 2;
		int height = picture.height() + picture.height() % 2;
		Planes rgb = Planes.in(own.rgb, width, height, ChromaSampling.FULL);
		Planes converted = Planes.in(own.converted, picture.width(), picture.height(), picture.sampling());
		this.converter.recolour(picture, colour, rgb, Colour.SRGB_AS_RGB);
		this.converter.recolour(rgb, Colour.SRGB_AS_RGB, converted, Colour.SRGB);
		return converted;
	}

	void trim(long most) {
		this.converter.trim(most);
		this.memory.forEach((own) -> own.trim(most));
	}

	@Override
	public void close() {
		this.converter.close();
		this.memory.forEach(Memory::close);
	}

	/**
	 * A size of a picture.
	 *
	 * @param maxDimension longest side in pixels that was asked for
	 * @param planes the picture, upright and sRGB
	 */
	record Level(int maxDimension, Planes planes) {
	}

	/** What one size is made in, step by step. */
	private record Memory(ReusableMemory resized, ReusableMemory rgb, ReusableMemory converted, ReusableMemory turned) {

		static Memory empty() {
			return new Memory(new ReusableMemory(), new ReusableMemory(), new ReusableMemory(), new ReusableMemory());
		}

		void trim(long most) {
			this.resized.trim(most);
			this.rgb.trim(most);
			this.converted.trim(most);
			this.turned.trim(most);
		}

		void close() {
			this.resized.close();
			this.rgb.close();
			this.converted.close();
			this.turned.close();
		}

	}

}
