package org.imageingest.engine.header;

import java.io.IOException;

import org.imageingest.engine.file.BoundedFile;
import org.imageingest.engine.file.MalformedFileException;

/**
 * Counts the scans of a JPEG (ITU-T T.81, B.2.3). A picture in one scan is told by its
 * head; of one in several the whole file is read once.
 */
public final class JpegScans {

	private static final int START_OF_SCAN = 0xDA;

	private static final int END_OF_IMAGE = 0xD9;

	private final BoundedFile bytes;

	private final long end;

	private int components;

	/** Whether scans refine each other: SOF2 and its kin with other coding. */
	private boolean progressive;

	private JpegScans(BoundedFile bytes, long end) {
		this.bytes = bytes;
		this.end = end;
	}

	/**
	 * Counts scans.
	 * @param bytes the file
	 * @param start where the JPEG starts
	 * @param end where it ends
	 * @param atMost how far to count
	 * @return the number of scans, or one more than asked for if there are more; what is
	 * broken ends the counting
	 * @throws IOException if the file cannot be read
	 */
	public static int count(BoundedFile bytes, long start, long end, int atMost) throws IOException {
		return new JpegScans(bytes, end).count(start, atMost);
	}

	private int count(long start, int atMost) throws IOException {
		int scans = 0;
		try {
			long at = start + 2;
			while (scans <= atMost) {
				at = marker(at);
				int marker = (at < this.end) ? this.bytes.u8(at + 1) : END_OF_IMAGE;
				if (marker == END_OF_IMAGE) {
					return scans;
				}
				if (marker == START_OF_SCAN) {
					scans++;
					if (!this.progressive && this.bytes.u8(at + 4) == this.components) {
						return scans;
					}
				}
				else if (JpegSize.isFrame(marker)) {
					this.progressive = (marker & 3) == 2;
					this.components = this.bytes.u8(at + 9);
				}
				at += 2 + Math.max(2, this.bytes.u16(at + 2));
			}
		}
		catch (MalformedFileException ex) {
			// A file that ends early is the decoder's to judge
			return scans;
		}
		return scans;
	}

	/** Finds the next marker that a segment follows, or the end. */
	private long marker(long from) throws IOException {
		long at = this.bytes.indexOf(0xFF, from, this.end);
		while (at + 1 < this.end) {
			int marker = this.bytes.u8(at + 1);
			if (marker != 0 && marker != 0xFF && JpegSize.hasLength(marker)) {
				return at;
			}
			at = this.bytes.indexOf(0xFF, at + 1, this.end);
		}
		return this.end;
	}

}
