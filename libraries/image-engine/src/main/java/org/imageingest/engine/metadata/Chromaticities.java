package org.imageingest.engine.metadata;

/**
 * White and the three primaries of a picture in CIE 1931 xy (PNG 3rd edition, 11.3.2.1).
 *
 * @param white colour of the brightest pixels
 * @param red colour of red alone
 * @param green colour of green alone
 * @param blue colour of blue alone
 */
public record Chromaticities(Xy white, Xy red, Xy green, Xy blue) {

	/** As far as writers round the same colours differently. */
	private static final double SAME = 0.005;

	private static final Chromaticities SRGB = new Chromaticities(new Xy(0.3127, 0.3290), new Xy(0.64, 0.33),
			new Xy(0.30, 0.60), new Xy(0.15, 0.06));

	/**
	 * Tells whether these are the colours of sRGB.
	 * @return true if they are as good as the same
	 */
	public boolean isSrgb() {
		return this.white.isNear(SRGB.white) && this.red.isNear(SRGB.red) && this.green.isNear(SRGB.green)
				&& this.blue.isNear(SRGB.blue);
	}

	/**
	 * A colour without its brightness.
	 *
	 * @param x share of X in X + Y + Z
	 * @param y share of Y
	 */
	public record Xy(double x, double y) {

		private boolean isNear(Xy other) {
			return Math.abs(this.x - other.x) < SAME && Math.abs(this.y - other.y) < SAME;
		}

	}

}
