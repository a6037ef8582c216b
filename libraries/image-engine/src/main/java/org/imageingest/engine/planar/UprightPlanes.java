package org.imageingest.engine.planar;

import java.lang.foreign.MemorySegment;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

/**
 * Turns and mirrors planes so that a picture stands upright, by the orientation tag (Exif
 * 3.0, 4.6.4.1).
 */
final class UprightPlanes {

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
			case 2 -> copy(from, to.samples(), right, -1, down, 0, 0);
			case 3 -> copy(from, to.samples(), last + right, -1, -down, 0, 0);
			case 4 -> copy(from, to.samples(), last, 1, -down, 0, 0);
			case 5 -> transpose(from, to, 0, down, 1);
			case 6 -> transpose(from, to, right, down, -1);
			case 7 -> transpose(from, to, last + right, -down, -1);
			case 8 -> transpose(from, to, last, -down, 1);
			default -> throw new IllegalArgumentException("Orientation " + orientation + " is not within 1 and 8");
		}
	}

	/**
	 * Exchanges rows and columns, in blocks as far as they go.
	 * @param origin where the first sample goes
	 * @param right from there to the next one of its row: a row up or down
	 * @param down from there to the one below: a column to the left or right
	 */
	private static void transpose(Plane from, Plane to, long origin, int right, int down) {
		ByteBlock block = new ByteBlock();
		int height = from.height() - from.height() % ByteBlock.SIDE;
		int width = from.width() - from.width() % ByteBlock.SIDE;
		for (int left = 0; left < width; left += ByteBlock.SIDE) {
			for (int top = 0; top < height; top += ByteBlock.SIDE) {
				// What goes from right to left is read from below, and written as usual.
				int first = (down > 0) ? top : top + ByteBlock.SIDE - 1;
				block.read(from.samples(), (long) first * from.stride() + left, down * from.stride());
				block.transpose();
				block.write(to.samples(), origin + (long) left * right + (long) first * down, right);
			}
		}
		copy(from, to.samples(), origin, right, down, 0, width);
		copy(from, to.samples(), origin, right, down, height, 0);
	}

	/**
	 * Copies samples one by one.
	 * @param origin where the first sample goes
	 * @param right from there to the next one of its row
	 * @param down from there to the one below
	 * @param top first row that is copied
	 * @param left first column that is copied
	 */
	private static void copy(Plane from, MemorySegment to, long origin, int right, int down, int top, int left) {
		MemorySegment samples = from.samples();
		for (int row = top; row < from.height(); row++) {
			long at = (long) row * from.stride();
			long start = origin + (long) row * down;
			for (int column = left; column < from.width(); column++) {
				to.set(JAVA_BYTE, start + (long) column * right, samples.get(JAVA_BYTE, at + column));
			}
		}
	}

}
