package org.imageingest.engine.portable;

import java.io.IOException;

import org.imageingest.engine.file.BoundedFile;
import org.imageingest.engine.header.ImageHeader;

/**
 * Follows the runs of a bitmap (BI_RLE8, BI_RLE4) to see whether it is whole: readers
 * fill what no run tells with the first colour, also where the file was cut.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/gdi/bitmap-compression">Bitmap
 * compression</a>
 */
final class BmpRuns {

	private static final int END_OF_ROW = 0;

	private static final int END_OF_BITMAP = 1;

	private static final int MOVE = 2;

	private final BoundedFile file;

	private final ImageHeader header;

	private final int pixelsInByte;

	BmpRuns(BoundedFile file, ImageHeader header, int pixelsInByte) {
		this.file = file;
		this.header = header;
		this.pixelsInByte = pixelsInByte;
	}

	/**
	 * Follows the runs.
	 * @param start where they start
	 * @return true if they say that they end, or come to the last pixel
	 * @throws IOException if the file cannot be read
	 */
	boolean areWhole(long start) throws IOException {
		long at = start;
		long x = 0;
		long y = 0;
		while (at + 2 <= this.file.size()) {
			int count = this.file.u8(at);
			int code = this.file.u8(at + 1);
			at += 2;
			if (count > 0) {
				x += count;
			}
			else if (code == END_OF_BITMAP) {
				return true;
			}
			else if (code == END_OF_ROW) {
				x = 0;
				y++;
			}
			else if (code == MOVE) {
				if (at + 2 > this.file.size()) {
					return false;
				}
				x += this.file.u8(at);
				y += this.file.u8(at + 1);
				at += 2;
			}
			else {
				x += code;
				at += evenBytes(code);
			}
		}
		long lastRow = this.header.storedHeight() - 1L;
		return at <= this.file.size() && (y > lastRow || (y == lastRow && x >= this.header.storedWidth()));
	}

	/** Pixels that stand one by one are filled up to words. */
	private long evenBytes(int pixels) {
		int bytes = (pixels + this.pixelsInByte - 1) / this.pixelsInByte;
		return bytes + (bytes & 1);
	}

}
