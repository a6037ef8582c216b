package org.imageingest.engine.portable;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.imageingest.engine.file.BoundedFile;
import org.imageingest.engine.file.MalformedFileException;

/**
 * Judges a TIFF that the decoder failed on by its first directory: whether it has one of
 * the compressions that exist and that the decoder lacks, and whether the file is long
 * enough for it. More cannot be told without decoding it.
 *
 * @see <a href=
 * "https://www.loc.gov/preservation/digital/formats/content/tiff_tags.shtml"> registered
 * values of the compression tag</a>
 */
final class RareTiff {

	/**
	 * PixarLog, Deflate of SGI, JBIG, JPEG 2000, LERC, LZMA, Zstandard, WebP, JPEG XL.
	 */
	private static final Set<Long> COMPRESSIONS = Set.of(32908L, 32909L, 34661L, 34676L, 34677L, 34712L, 34887L, 34925L,
			50_000L, 50_001L, 50_002L);

	private static final int COMPRESSION = 0x0103;

	private static final int STRIP_OFFSETS = 0x0111;

	private static final int STRIP_BYTES = 0x0117;

	private static final int TILE_OFFSETS = 0x0144;

	private static final int TILE_BYTES = 0x0145;

	private static final int BIG_TIFF = 43;

	private static final int MAX_ENTRIES = 4096;

	private static final int MAX_VALUES = 1_000_000;

	private final BoundedFile bytes;

	private final Map<Integer, Long> entries = new HashMap<>();

	private final boolean big;

	private RareTiff(BoundedFile bytes) throws IOException {
		this.bytes = bytes;
		bytes.order(bytes.ascii(0, 2).equals("II") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
		this.big = bytes.u16(2) == BIG_TIFF;
		long directory = offset(this.big ? 8 : 4);
		long count = this.big ? bytes.s64(directory) : bytes.u16(directory);
		for (long i = 0; i < Math.min(count, MAX_ENTRIES); i++) {
			long entry = directory + (this.big ? 8 + 20 * i : 2 + 12 * i);
			this.entries.putIfAbsent(bytes.u16(entry), entry);
		}
	}

	/**
	 * Tells whether the file looks like a whole picture in a compression that the decoder
	 * lacks.
	 * @param bytes the file
	 * @return false if it is damaged, or of a kind that the decoder has
	 * @throws IOException if the file cannot be read
	 */
	static boolean isWhole(BoundedFile bytes) throws IOException {
		try {
			RareTiff tiff = new RareTiff(bytes);
			return tiff.has(COMPRESSION) && COMPRESSIONS.contains(tiff.values(COMPRESSION)[0])
					&& (tiff.reaches(STRIP_OFFSETS, STRIP_BYTES) || tiff.reaches(TILE_OFFSETS, TILE_BYTES));
		}
		catch (MalformedFileException ex) {
			return false;
		}
	}

	private boolean has(int tag) {
		return this.entries.containsKey(tag);
	}

	/** Whether every strip or tile lies in the file. */
	private boolean reaches(int offsetTag, int lengthTag) throws IOException {
		if (!has(offsetTag) || !has(lengthTag)) {
			return false;
		}
		long[] offsets = values(offsetTag);
		long[] lengths = values(lengthTag);
		for (int i = 0; i < offsets.length && offsets.length == lengths.length; i++) {
			if (lengths[i] <= 0 || offsets[i] <= 0 || offsets[i] > this.bytes.size() - lengths[i]) {
				return false;
			}
		}
		return offsets.length == lengths.length;
	}

	private long[] values(int tag) throws IOException {
		long entry = this.entries.getOrDefault(tag, 0L);
		int width = switch (this.bytes.u16(entry + 2)) {
			case 3 -> 2;
			case 4 -> 4;
			case 16 -> 8;
			default -> throw new MalformedFileException("an entry is no number");
		};
		long count = this.big ? this.bytes.s64(entry + 4) : this.bytes.u32(entry + 4);
		if (count < 1 || count > MAX_VALUES) {
			throw new MalformedFileException("an entry has " + count + " numbers");
		}
		long inside = entry + (this.big ? 12 : 8);
		boolean fits = count * width <= (this.big ? 8 : 4);
		long at = fits ? inside : offset(inside);
		long[] values = new long[(int) count];
		for (int i = 0; i < count; i++, at += width) {
			values[i] = switch (width) {
				case 2 -> this.bytes.u16(at);
				case 4 -> this.bytes.u32(at);
				default -> this.bytes.s64(at);
			};
		}
		return values;
	}

	private long offset(long at) throws IOException {
		return this.big ? this.bytes.s64(at) : this.bytes.u32(at);
	}

}
