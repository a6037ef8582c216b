package org.imageingest.engine.planar;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/**
 * A square of 8 by 8 samples that is turned about its diagonal in registers: a byte for
 * each would take ten times as long.
 *
 * @see <a href="https://en.wikipedia.org/wiki/Transpose">transposition</a> by halves,
 * quarters and eighths
 */
final class ByteBlock {

	/** Samples a side. */
	static final int SIDE = 8;

	private static final ValueLayout.OfLong ROW = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

	private final long[] rows = new long[SIDE];

	/**
	 * Reads the block.
	 * @param samples where from
	 * @param at its first sample
	 * @param down from a row to the next one; negative to turn it upside down
	 */
	void read(MemorySegment samples, long at, int down) {
		for (int row = 0; row < SIDE; row++) {
			this.rows[row] = samples.get(ROW, at + (long) row * down);
		}
	}

	/** Exchanges rows and columns. */
	void transpose() {
		for (int row = 0; row < 4; row++) {
			exchange(row, row + 4, 32, 0x0000_0000_FFFF_FFFFL);
		}
		for (int row = 0; row < SIDE; row += 4) {
			exchange(row, row + 2, 16, 0x0000_FFFF_0000_FFFFL);
			exchange(row + 1, row + 3, 16, 0x0000_FFFF_0000_FFFFL);
		}
		for (int row = 0; row < SIDE; row += 2) {
			exchange(row, row + 1, 8, 0x00FF_00FF_00FF_00FFL);
		}
	}

	/** Exchanges the right part of an upper row with the left part of a lower one. */
	private void exchange(int upper, int lower, int bits, long left) {
		long difference = (this.rows[upper] >>> bits ^ this.rows[lower]) & left;
		this.rows[lower] ^= difference;
		this.rows[upper] ^= difference << bits;
	}

	/**
	 * Writes the block.
	 * @param samples where to
	 * @param at place of its first sample
	 * @param down from a row to the next one; negative to turn it upside down
	 */
	void write(MemorySegment samples, long at, int down) {
		for (int row = 0; row < SIDE; row++) {
			samples.set(ROW, at + (long) row * down, this.rows[row]);
		}
	}

}
