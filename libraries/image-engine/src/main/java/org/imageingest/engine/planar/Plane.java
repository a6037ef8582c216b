package org.imageingest.engine.planar;

import java.lang.foreign.MemorySegment;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

/**
 * One plane of a picture: rows x columns of 8-bit samples in native memory.
 *
 * @param samples first to last row, each {@code stride} bytes after the one above, with
 * room for at least one more column and {@value #SPARE_ROWS} more rows
 * @param width samples in a row
 * @param height rows
 * @param stride bytes from row to row
 */
record Plane(MemorySegment samples, int width, int height, int stride) {

	/** TurboJPEG fills and reads whole groups of up to two rows. */
	static final int SPARE_ROWS = 2;

	/**
	 * Returns the bytes from row to row.
	 * @param width samples in a row
	 * @return more than the width by 4 at least, for TurboJPEG's groups of columns, and a
	 * multiple of the alignment that libzimg asks for
	 */
	static int stride(int width) {
		return (width + 4 + ReusableMemory.ALIGNMENT - 1) & -ReusableMemory.ALIGNMENT;
	}

	static long bytes(int width, int height) {
		return (long) stride(width) * (height + SPARE_ROWS);
	}

	/**
	 * Repeats the last column and the last row once where their number is odd, for code
	 * that takes pairs of them.
	 */
	void padToEven() {
		if (this.width % 2 == 1) {
			for (long at = this.width; at < (long) this.height * this.stride; at += this.stride) {
				this.samples.set(JAVA_BYTE, at, this.samples.get(JAVA_BYTE, at - 1));
			}
		}
		if (this.height % 2 == 1) {
			MemorySegment.copy(this.samples, (long) (this.height - 1) * this.stride, this.samples,
					(long) this.height * this.stride, this.stride);
		}
	}

}
