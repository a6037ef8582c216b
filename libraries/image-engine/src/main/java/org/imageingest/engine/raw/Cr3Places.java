package org.imageingest.engine.raw;

import java.io.IOException;

import org.imageingest.engine.file.BoundedFile;

/**
 * Canon's CR3: small pictures in the boxes {@code THMB} and {@code PRVW}, and a track
 * whose only sample is a JPEG as large as the photo. The other tracks hold the raw
 * picture and are passed over when their first bytes are looked at.
 *
 * @see <a href="https://github.com/lclevy/canon_cr3">Canon CR3 by L. Clevy</a>
 */
final class Cr3Places implements PlaceReader {

	private static final int MAX_BOXES = 4096;

	private static final int MAX_DEPTH = 8;

	private static final int UUID_BYTES = 16;

	/** The box with the preview has eight bytes more before the boxes inside. */
	private static final long PREVIEW_UUID = 0xEAF42B5E_1C984B88L;

	/** Sizes and flags stand before the JPEG, some bytes more or less by version. */
	private static final int LONGEST_BOX_HEAD = 48;

	private int left = MAX_BOXES;

	private long sampleBytes;

	@Override
	public void read(BoundedFile file, Places places) throws IOException {
		inside(file, 0, file.size(), 0, places);
	}

	private void inside(BoundedFile file, long start, long end, int depth, Places places) throws IOException {
		long at = start;
		while (depth < MAX_DEPTH && at + 8 <= end && this.left-- > 0) {
			long length = file.u32(at);
			long content = at + 8;
			if (length == 1) {
				length = file.s64(content);
				content += 8;
			}
			long next = (length == 0) ? end : at + length;
			if (next < content || next > end) {
				return;
			}
			box(file, file.ascii(at + 4, 4), content, next, depth + 1, places);
			at = next;
		}
	}

	private void box(BoundedFile file, String type, long content, long end, int depth, Places places)
			throws IOException {
		switch (type) {
			case "moov", "trak", "mdia", "minf", "stbl" -> inside(file, content, end, depth, places);
			case "uuid" -> {
				int skip = (file.s64(content) == PREVIEW_UUID) ? 8 : 0;
				inside(file, content + UUID_BYTES + skip, end, depth, places);
			}
			case "THMB", "PRVW" -> picture(file, content, end, places);
			case "stsz" ->
				this.sampleBytes = (file.u32(content + 4) != 0) ? file.u32(content + 4) : file.u32(content + 12);
			case "co64" -> places.add(file.s64(content + 8), this.sampleBytes);
			case "stco" -> places.add(file.u32(content + 8), this.sampleBytes);
			default -> {
			}
		}
	}

	private static void picture(BoundedFile file, long content, long end, Places places) throws IOException {
		long last = Math.min(content + LONGEST_BOX_HEAD, end - 3);
		for (long at = content; at < last; at++) {
			if (EmbeddedJpeg.startsAt(file, at)) {
				places.add(at, end - at);
				return;
			}
		}
	}

}
