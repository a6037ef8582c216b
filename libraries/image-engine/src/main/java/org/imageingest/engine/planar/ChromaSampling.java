package org.imageingest.engine.planar;

import java.util.Arrays;
import java.util.Optional;

/**
 * How many luma samples share a chroma sample (ITU-T T.81, A.1.1).
 */
enum ChromaSampling {

	/** 4:4:4, one chroma sample for each luma sample. */
	FULL(0, 0, 0),

	/** 4:2:2, half as many in a row. */
	HALF_WIDTH(1, 1, 0),

	/** 4:2:0, half as many in a row and half as many rows. */
	QUARTER(2, 1, 1),

	/** No chroma at all. */
	GREY(3, 0, 0),

	/** 4:4:0, half as many rows. */
	HALF_HEIGHT(4, 0, 1),

	/** 4:1:1, a quarter as many in a row. */
	QUARTER_WIDTH(5, 2, 0);

	private final int code;

	private final int widthShift;

	private final int heightShift;

	ChromaSampling(int code, int widthShift, int heightShift) {
		this.code = code;
		this.widthShift = widthShift;
		this.heightShift = heightShift;
	}

	/**
	 * Finds a sampling by TurboJPEG's number.
	 * @param code {@code TJSAMP}
	 * @return nothing for one that has no number here
	 */
	static Optional<ChromaSampling> of(int code) {
		return Arrays.stream(values()).filter((sampling) -> sampling.code() == code).findFirst();
	}

	/**
	 * Returns TurboJPEG's number.
	 * @return {@code TJSAMP}
	 */
	int code() {
		return this.code;
	}

	int planes() {
		return (this == GREY) ? 1 : 3;
	}

	/**
	 * Returns how many luma samples of a row a sample of the plane stands for.
	 * @param plane 0 is luma
	 * @return 1, 2 or 4
	 */
	int horizontal(int plane) {
		return (plane == 0) ? 1 : 1 << this.widthShift;
	}

	/**
	 * Returns how many rows of luma a row of the plane stands for.
	 * @param plane 0 is luma
	 * @return 1 or 2
	 */
	int vertical(int plane) {
		return (plane == 0) ? 1 : 1 << this.heightShift;
	}

}
