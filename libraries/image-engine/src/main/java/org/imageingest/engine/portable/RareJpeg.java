package org.imageingest.engine.portable;

import java.io.IOException;

import org.imageingest.engine.file.BoundedFile;
import org.imageingest.engine.file.MalformedFileException;

/**
 * Judges a JPEG that cannot be decoded here by its segments alone: whether it is whole is
 * all that can be told. One bit that flips in a file turns a common process into a rare
 * one, which then contradicts the tables.
 */
final class RareJpeg {

	private static final int END_OF_IMAGE = 0xD9;

	private RareJpeg() {
	}

	/**
	 * Tells whether the file looks like a whole picture of the kind that its head tells.
	 * @param head its head
	 * @param bytes the file
	 * @return false if it is damaged
	 * @throws IOException if the file cannot be read
	 */
	static boolean isWhole(JpegHead head, BoundedFile bytes) throws IOException {
		boolean tablesFit = head.huffman() != head.isArithmetic();
		return head.tidy() && tablesFit && isPlausible(head) && hasEnd(head.scan(), bytes);
	}

	private static boolean isPlausible(JpegHead head) {
		int components = head.componentIds().length;
		return components >= 1 && components <= 4 && head.precision() >= 2 && head.precision() <= 16;
	}

	private static boolean hasEnd(long scan, BoundedFile bytes) throws IOException {
		try {
			long at = scan;
			while (true) {
				int marker = (bytes.u8(at) == 0xFF) ? bytes.u8(at + 1) : 0;
				if (marker == END_OF_IMAGE) {
					return true;
				}
				boolean segment = marker >= 0xC0 && marker < 0xFF && (marker < 0xD0 || marker > 0xD8);
				at += segment ? 2 + bytes.u16(at + 2) : 1;
			}
		}
		catch (MalformedFileException ex) {
			return false;
		}
	}

}
