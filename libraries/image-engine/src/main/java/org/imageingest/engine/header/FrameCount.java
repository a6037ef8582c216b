package org.imageingest.engine.header;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.Set;

import org.imageingest.engine.file.BoundedFile;
import org.imageingest.engine.file.MalformedFileException;
import org.imageingest.engine.format.ImageFormat;

/**
 * Counts the pictures of a file where its structure tells them: animated PNG, animated
 * WebP, TIFF. Those of a GIF are not counted, because that means reading all of it, and
 * decoders stop behind the first.
 */
final class FrameCount {

	private static final int PNG_CHUNK_FRAME_BYTES = 12;

	private static final int RIFF_CHUNK_HEADER_BYTES = 8;

	private static final int BIG_TIFF = 43;

	private final BoundedFile bytes;

	private final int atMost;

	private FrameCount(BoundedFile bytes, int atMost) {
		this.bytes = bytes;
		this.atMost = atMost;
	}

	/**
	 * Counts frames.
	 * @param format format of the file
	 * @param bytes the file
	 * @param atMost how far to count
	 * @return what an animated PNG claims; of others the number found, or one more than
	 * asked for if there are more; what is broken ends the counting
	 */
	static long of(ImageFormat format, BoundedFile bytes, int atMost) throws IOException {
		FrameCount count = new FrameCount(bytes, atMost);
		try {
			return switch (format) {
				case PNG -> count.ofPng();
				case WEBP -> count.ofWebp();
				case TIFF -> count.ofTiff();
				default -> 1;
			};
		}
		catch (MalformedFileException ex) {
			// Of what the file lacks at its end nothing is decoded
			return 1;
		}
	}

	/** The animation's header stands before the first picture (PNG 3rd edition, 5.6). */
	private long ofPng() throws IOException {
		long at = 8;
		while (true) {
			String type = this.bytes.ascii(at + 4, 4);
			if (type.equals("acTL")) {
				return this.bytes.u32(at + 8);
			}
			if (type.equals("IDAT") || type.equals("IEND")) {
				return 1;
			}
			at += PNG_CHUNK_FRAME_BYTES + this.bytes.u32(at);
		}
	}

	private long ofWebp() throws IOException {
		this.bytes.order(ByteOrder.LITTLE_ENDIAN);
		if (!this.bytes.ascii(12, 4).equals("VP8X")) {
			return 1;
		}
		long frames = 0;
		long at = 12;
		while (at + RIFF_CHUNK_HEADER_BYTES <= this.bytes.size() && frames <= this.atMost) {
			long length = this.bytes.u32(at + 4);
			frames += this.bytes.ascii(at, 4).equals("ANMF") ? 1 : 0;
			at += RIFF_CHUNK_HEADER_BYTES + length + (length & 1);
		}
		return frames;
	}

	/** A chain that comes back to itself ends there. */
	private long ofTiff() throws IOException {
		this.bytes.order(this.bytes.ascii(0, 2).equals("II") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
		boolean big = this.bytes.u16(2) == BIG_TIFF;
		Set<Long> seen = new HashSet<>();
		long directory = big ? this.bytes.s64(8) : this.bytes.u32(4);
		while (directory != 0 && seen.size() <= this.atMost && seen.add(directory)) {
			long next = big ? directory + 8 + 20 * this.bytes.s64(directory)
					: directory + 2 + 12L * this.bytes.u16(directory);
			directory = big ? this.bytes.s64(next) : this.bytes.u32(next);
		}
		return seen.size();
	}

}
