package org.imageingest.engine.render;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What a HEIF or AVIF says of how it is turned, in place of properties that it can do
 * without (ISO/IEC 23008-12, 6.5.10 and 6.5.12): first a rotation, then a mirror.
 *
 * @param quarters quarter turns against the clock
 * @param mirrored whether left and right are exchanged after that
 */
record HeifTurn(int quarters, boolean mirrored) {

	/** Left and right. */
	private static final byte MIRROR = 1;

	static HeifTurn of(int orientation) {
		return switch (orientation) {
			case 2 -> new HeifTurn(0, true);
			case 3 -> new HeifTurn(2, false);
			case 4 -> new HeifTurn(2, true);
			case 5 -> new HeifTurn(3, true);
			case 6 -> new HeifTurn(3, false);
			case 7 -> new HeifTurn(1, true);
			case 8 -> new HeifTurn(1, false);
			default -> new HeifTurn(0, false);
		};
	}

	/**
	 * Turns a file.
	 * @param file a file with the properties {@code colr} and {@code pixi}
	 * @return another one, as long
	 */
	byte[] in(byte[] file) {
		byte[] turned = file.clone();
		int colours = boxContent(turned, "colr");
		int depths = boxContent(turned, "pixi");
		replace(turned, Math.min(colours, depths), "irot", (byte) this.quarters);
		if (this.mirrored) {
			replace(turned, Math.max(colours, depths), "imir", MIRROR);
		}
		return turned;
	}

	private static void replace(byte[] file, int content, String type, byte value) {
		System.arraycopy(type.getBytes(StandardCharsets.US_ASCII), 0, file, content - 4, 4);
		file[content] = value;
	}

	private static int boxContent(byte[] file, String type) {
		byte[] name = type.getBytes(StandardCharsets.US_ASCII);
		for (int at = 0; at + 4 < file.length; at++) {
			if (Arrays.equals(file, at, at + 4, name, 0, 4)) {
				return at + 4;
			}
		}
		throw new AssertionError("No box " + type);
	}

}
