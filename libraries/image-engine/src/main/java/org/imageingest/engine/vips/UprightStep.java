package org.imageingest.engine.vips;

/**
 * Turns and mirrors a picture as its orientation tag says (Exif 3.0, 4.6.4.1).
 */
final class UprightStep {

	private static final String QUARTER = "d90";

	private final Vips vips;

	UprightStep(Vips vips) {
		this.vips = vips;
	}

	/**
	 * Turns a picture.
	 * @param image a picture in memory: turned rows are columns
	 * @param orientation 1 to 8
	 * @param scope closes the new picture
	 * @return the picture as it is to be seen
	 */
	VipsImage apply(VipsImage image, int orientation, Scope scope) {
		return switch (orientation) {
			case 2 -> flip(image, "horizontal", scope);
			case 3 -> turn(image, "d180", scope);
			case 4 -> flip(image, "vertical", scope);
			case 5 -> flip(turn(image, QUARTER, scope), "horizontal", scope);
			case 6 -> turn(image, QUARTER, scope);
			case 7 -> flip(turn(image, QUARTER, scope), "vertical", scope);
			case 8 -> turn(image, "d270", scope);
			default -> image;
		};
	}

	private VipsImage turn(VipsImage image, String angle, Scope scope) {
		return this.vips.operation("rot").with("in", image).with("angle", angle).image(scope);
	}

	private VipsImage flip(VipsImage image, String direction, Scope scope) {
		return this.vips.operation("flip").with("in", image).with("direction", direction).image(scope);
	}

}
