package org.imageingest.engine.portable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.imageingest.engine.file.BoundedFile;
import org.imageingest.engine.file.MalformedFileException;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a JPEG before its pixels (ITU-T T.81, B.2): which process made it, what
 * its components are, and the tables.
 *
 * @param process low four bits of the frame marker: 0 to 2 with Huffman coding and DCT, 3
 * lossless, more are rare
 * @param precision bits of a sample
 * @param componentIds one for each component
 * @param jfif whether it says that it is JFIF
 * @param adobeTransform what Adobe's segment says of the colours, -1 without one
 * @param huffman whether it brings Huffman tables
 * @param tidy whether its segments follow each other without stray bytes
 * @param tables every segment that decoding needs, frame included
 * @param scanComponents how many components the first scan has
 * @param scan where the first scan starts in the file
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record JpegHead(int process, int precision, int[] componentIds, boolean jfif, int adobeTransform, boolean huffman,
		boolean tidy, byte[] tables, int scanComponents, long scan) {

	private static final int HUFFMAN_TABLES = 0xC4;

	private static final int START_OF_SCAN = 0xDA;

	private static final int PROGRESSIVE = 2;

	private static final int LOSSLESS = 3;

	private static final byte[] RGB_IDS = { 'R', 'G', 'B' };

	/**
	 * Reads the head of a JPEG.
	 * @param bytes the file
	 * @return null if its segments cannot be followed up to the first scan
	 * @throws IOException if the file cannot be read
	 */
	static @Nullable JpegHead read(BoundedFile bytes) throws IOException {
		try {
			return new Walk(bytes).head();
		}
		catch (MalformedFileException ex) {
			return null;
		}
	}

	/**
	 * Tells whether this is the kind that nearly every photo of a camera is: grey or
	 * three colours of 8 bits, all in one scan.
	 * @return true if decoding gives its rows one after the other
	 */
	boolean isInOneScan() {
		int components = this.componentIds.length;
		return this.process < PROGRESSIVE && this.precision == Byte.SIZE && (components == 1 || components == 3)
				&& this.scanComponents == components;
	}

	/**
	 * Tells whether this is of a kind that no decoder of this engine knows: arithmetic
	 * coding, hierarchical, or more than 8 bits.
	 * @return true if the standard has it and the engine lacks it
	 */
	boolean isRare() {
		return this.process > LOSSLESS || this.precision > Byte.SIZE;
	}

	boolean isArithmetic() {
		return this.process > 8;
	}

	/**
	 * Returns a start of the file that leaves no doubt about the colours and holds
	 * nothing that decoding does not need: libraries stumble over broken metadata.
	 * @return the bytes before the first scan
	 */
	byte[] plainStart() {
		ByteArrayOutputStream start = new ByteArrayOutputStream();
		start.writeBytes(new byte[] { (byte) 0xFF, (byte) 0xD8 });
		if (isRgb()) {
			start.writeBytes(new byte[] { (byte) 0xFF, (byte) 0xEE, 0, 14 });
			start.writeBytes("Adobe".getBytes(StandardCharsets.US_ASCII));
			start.writeBytes(new byte[] { 0, 100, 0, 0, 0, 0, 0 });
		}
		else {
			start.writeBytes(new byte[] { (byte) 0xFF, (byte) 0xE0, 0, 16 });
			start.writeBytes("JFIF\0".getBytes(StandardCharsets.US_ASCII));
			start.writeBytes(new byte[] { 1, 1, 0, 0, 1, 0, 1, 0, 0 });
		}
		start.writeBytes(this.tables);
		return start.toByteArray();
	}

	/** By the rules of libjpeg, jdapimin.c. */
	private boolean isRgb() {
		if (this.jfif || this.componentIds.length != 3) {
			return false;
		}
		if (this.adobeTransform >= 0) {
			return this.adobeTransform == 0;
		}
		return this.componentIds[0] == RGB_IDS[0] && this.componentIds[1] == RGB_IDS[1]
				&& this.componentIds[2] == RGB_IDS[2];
	}

	/** One walk over the segments. */
	private static final class Walk {

		private final BoundedFile bytes;

		private final ByteArrayOutputStream tables = new ByteArrayOutputStream();

		private int process = -1;

		private int precision;

		private int[] componentIds = {};

		private boolean jfif;

		private int adobeTransform = -1;

		private boolean huffman;

		private boolean tidy = true;

		Walk(BoundedFile bytes) {
			this.bytes = bytes;
		}

		JpegHead head() throws IOException {
			long at = 2;
			while (true) {
				while (this.bytes.u8(at) != 0xFF || this.bytes.u8(at + 1) == 0xFF || this.bytes.u8(at + 1) == 0) {
					this.tidy &= this.bytes.u8(at) == 0xFF && this.bytes.u8(at + 1) == 0xFF;
					at++;
				}
				int marker = this.bytes.u8(at + 1);
				if (marker == START_OF_SCAN && this.process >= 0) {
					return new JpegHead(this.process, this.precision, this.componentIds, this.jfif, this.adobeTransform,
							this.huffman, this.tidy, this.tables.toByteArray(), this.bytes.u8(at + 4), at);
				}
				if (marker == START_OF_SCAN || marker <= 0x01 || (marker >= 0xD0 && marker <= 0xD9)) {
					throw new MalformedFileException("it has no frame header");
				}
				int length = this.bytes.u16(at + 2);
				if (length < 2) {
					throw new MalformedFileException("a segment has no length");
				}
				segment(marker, at, length);
				at += 2 + length;
			}
		}

		private void segment(int marker, long at, int length) throws IOException {
			boolean application = marker >= 0xE0 && marker <= 0xEF;
			if (marker == 0xE0 && length >= 7 && this.bytes.ascii(at + 4, 5).equals("JFIF\0")) {
				this.jfif = true;
			}
			if (marker == 0xEE && length >= 14 && this.bytes.ascii(at + 4, 5).equals("Adobe")) {
				this.adobeTransform = this.bytes.u8(at + 15);
			}
			if (!application && marker != 0xFE) {
				this.tables.writeBytes(this.bytes.block(at, 2 + length));
			}
			this.huffman |= marker == HUFFMAN_TABLES;
			boolean frame = marker >= 0xC0 && marker <= 0xCF && marker != HUFFMAN_TABLES && marker != 0xC8
					&& marker != 0xCC;
			if (frame && this.process < 0) {
				frame(marker, at);
			}
		}

		private void frame(int marker, long at) throws IOException {
			this.process = marker & 0xF;
			this.precision = this.bytes.u8(at + 4);
			this.componentIds = new int[this.bytes.u8(at + 9)];
			for (int i = 0; i < this.componentIds.length; i++) {
				this.componentIds[i] = this.bytes.u8(at + 10 + 3L * i);
			}
		}

	}

}
