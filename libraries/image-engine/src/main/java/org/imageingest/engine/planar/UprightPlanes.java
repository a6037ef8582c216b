package org.imageingest.engine.planar;

import java.lang.foreign.MemorySegment;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

/**
 * Turns and mirrors planes so that a picture stands upright, by the orientation tag (Exif
 * 3.0, 4.6.4.1).
 */
final class UprightPlanes {

	/** Samples a side of the squares that fit the nearest cache, row- and columnwise. */
	private static final int TILE = 32;

	private UprightPlanes() {
	}

	/**
	 * Turns a picture.
	 * @param picture as stored, 4:2:0
	 * @param orientation 1 to 8
	 * @param memory receives the turned picture
	 * @return the picture upright; itself for orientation 1
	 */
	static Planes of(Planes picture, int orientation, ReusableMemory memory) {
		if (orientation == 1) {
			return picture;
		}
		boolean quarterTurn = orientation >= 5;
		Planes turned = Planes.in(memory, quarterTurn ? picture.height() : picture.width(),
				quarterTurn ? picture.width() : picture.height(), picture.sampling());
		for (int i = 0; i < picture.sampling().planes(); i++) {
			turn(picture.plane(i), turned.plane(i), orientation);
		}
		return turned;
	}

	private static void turn(Plane from, Plane to, int orientation) {
		long last = (long) (to.height() - 1) * to.stride();
		int right = to.width() - 1;
		int down = to.stride();
		switch (orientation) {
			case 2 -> copy(from, to.samples(), right, -1, down);
			case 3 -> copy(from, to.samples(), last + right, -1, -down);
			case 4 -> copy(from, to.samples(), last, 1, -down);
			case 5 -> copy(from, to.samples(), 0, down, 1);
			case 6 -> copy(from, to.samples(), right, down, -1);
			case 7 -> copy(from, to.samples(), last + right, -down, -1);
			case 8 -> copy(from, to.samples(), last, -down, 1);
			default -> throw new IllegalArgumentException("Orientation " + orientation + " is not within 1 and 8");
		}
	}

	/**
	 * Copies every sample.
	 * @param origin where the first sample goes
	 * @param right from there to the next one of its row
	 * @param down from there to the one below
	 */
	private static void copy(Plane from, MemorySegment to, long origin, int right, int down) {
		for (int top = 0; top < from.height(); top += TILE) {
			int bottom = Math.min(top + TILE, from.height());
			for (int left = 0; left < from.width(); left += TILE) {
				int end = Math.min(left + TILE, from.width());
				for (int row = top; row < bottom; row++) {
					copyRow(from, row, left, end, to, origin + (long) row * down, right);
				}
			}
		}
	}

	private static void copyRow(Plane from, int row, int left, int end, MemorySegment to, long start, int right) {
		MemorySegment samples = from.samples();
		long at = (long) row * from.stride();
		for (int column = left; column < end; column++) {
			to.set(JAVA_BYTE, start + (long) column * right, samples.get(JAVA_BYTE, at + column));
		}
	}

}
