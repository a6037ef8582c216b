package org.imageingest.engine.planar;

import java.util.ArrayList;
import java.util.List;

import org.imageingest.engine.planar.ZimgFormat.Colour;
import org.imageingest.engine.render.TargetSize;
import org.jspecify.annotations.Nullable;

/**
 * Makes the sizes of a picture: upright, sRGB, 4:2:0. Small ones are made from larger
 * ones that still have twice the pixels a side, which no eye can tell from the original.
 */
final class PlanarLevels implements AutoCloseable {

	private static final int ENOUGH = 2;

	private final ZimgConverter converter;

	private final List<Memory> memory = new ArrayList<>();

	PlanarLevels(Zimg zimg) {
		this.converter = new ZimgConverter(zimg);
	}

	/**
	 * Makes every size.
	 * @param decoded the picture as stored
	 * @param colour what its samples mean
	 * @param orientation how it is turned, 1 to 8
	 * @param maxDimensions longest side of each size in pixels, from large to small
	 * @return the sizes in this order, valid until the next call
	 */
	List<Level> of(Planes decoded, Colour colour, int orientation, List<Integer> maxDimensions) {
		List<Level> levels = new ArrayList<>();
		for (int maxDimension : maxDimensions) {
			if (this.memory.size() == levels.size()) {
				this.memory.add(new Memory(new ReusableMemory(), new ReusableMemory(), new ReusableMemory()));
			}
			Memory own = this.memory.get(levels.size());
			Planes larger = smallestEnough(levels, maxDimension);
			Planes made = (larger != null) ? resized(larger, maxDimension, own) : UprightPlanes
				.of(toSrgb(resized(decoded, maxDimension, own), colour, own), orientation, own.turned);
			levels.add(new Level(maxDimension, made));
		}
		return levels;
	}

	private static @Nullable Planes smallestEnough(List<Level> levels, int maxDimension) {
		Planes smallest = null;
		for (Level level : levels) {
			Planes planes = level.planes();
			TargetSize size = TargetSize.fit(planes.width(), planes.height(), maxDimension);
			if (planes.width() >= ENOUGH * size.width() && planes.height() >= ENOUGH * size.height()) {
				smallest = planes;
			}
		}
		return smallest;
	}

	private Planes resized(Planes picture, int maxDimension, Memory own) {
		TargetSize size = TargetSize.fit(picture.width(), picture.height(), maxDimension);
		if (size.width() == picture.width() && size.height() == picture.height()
				&& picture.sampling() == ChromaSampling.QUARTER) {
			return picture;
		}
		Planes resized = Planes.in(own.resized, size.width(), size.height(), ChromaSampling.QUARTER);
		this.converter.resize(picture, resized);
		return resized;
	}

	private Planes toSrgb(Planes picture, Colour colour, Memory own) {
		if (colour == Colour.SRGB) {
			return picture;
		}
		Planes converted = Planes.in(own.converted, picture.width(), picture.height(), picture.sampling());
		this.converter.recolour(picture, colour, converted, Colour.SRGB);
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
	private record Memory(ReusableMemory resized, ReusableMemory converted, ReusableMemory turned) {

		void trim(long most) {
			this.resized.trim(most);
			this.converted.trim(most);
			this.turned.trim(most);
		}

		void close() {
			this.resized.close();
			this.converted.close();
			this.turned.close();
		}

	}

}
