package org.imageingest.engine.placeholder;

/**
 * What a ThumbHash says without its frequencies.
 *
 * @param red mean red, 0 to 1
 * @param green mean green, 0 to 1
 * @param blue mean blue, 0 to 1
 * @param alpha whether there is transparency
 * @param aspect width by height, roughly
 */
record DecodedHash(double red, double green, double blue, boolean alpha, double aspect) {

	static DecodedHash of(byte[] hash) {
		int head = hash[0] & 0xFF | (hash[1] & 0xFF) << 8 | (hash[2] & 0xFF) << 16;
		int shape = hash[3] & 0xFF | (hash[4] & 0xFF) << 8;
		double light = (head & 63) / 63.0;
		double yellowBlue = (head >> 6 & 63) / 31.5 - 1;
		double redGreen = (head >> 12 & 63) / 31.5 - 1;
		double blue = light - 2.0 / 3 * yellowBlue;
		double red = (3 * light - blue + redGreen) / 2;
		boolean alpha = head >> 23 == 1;
		boolean landscape = shape >> 15 == 1;
		double longSide = alpha ? 5 : 7;
		double shortSide = shape & 7;
		return new DecodedHash(red, red - redGreen, blue, alpha,
				landscape ? longSide / shortSide : shortSide / longSide);
	}

	/** The largest difference of a colour. */
	double distance(DecodedHash other) {
		return Math.max(Math.abs(this.red - other.red),
				Math.max(Math.abs(this.green - other.green), Math.abs(this.blue - other.blue)));
	}

}
