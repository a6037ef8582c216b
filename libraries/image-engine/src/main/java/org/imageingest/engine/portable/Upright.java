package org.imageingest.engine.portable;

import java.awt.image.BufferedImage;

import org.imgscalr.Scalr;
import org.imgscalr.Scalr.Rotation;

/**
 * Turns a picture so that it stands upright, by the orientation tag (Exif 3.0, 4.6.4.1).
 */
final class Upright {

	private Upright() {
	}

	/**
	 * Turns and mirrors a picture.
	 * @param picture as stored
	 * @param orientation 1 to 8
	 * @return as displayed; the same picture for orientation 1
	 */
	static BufferedImage of(BufferedImage picture, int orientation) {
		return switch (orientation) {
			case 2 -> Scalr.rotate(picture, Rotation.FLIP_HORZ);
			case 3 -> Scalr.rotate(picture, Rotation.CW_180);
			case 4 -> Scalr.rotate(picture, Rotation.FLIP_VERT);
			case 5 -> Scalr.rotate(Scalr.rotate(picture, Rotation.CW_90), Rotation.FLIP_HORZ);
			case 6 -> Scalr.rotate(picture, Rotation.CW_90);
			case 7 -> Scalr.rotate(Scalr.rotate(picture, Rotation.CW_90), Rotation.FLIP_VERT);
			case 8 -> Scalr.rotate(picture, Rotation.CW_270);
			default -> picture;
		};
	}

}
