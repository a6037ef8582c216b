package org.imageingest.engine.raw;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

import org.imageingest.engine.file.BoundedFile;
import org.imageingest.engine.file.MalformedFileException;

/**
 * One directory of a TIFF structure, or of a maker note that is built like it (TIFF 6.0,
 * section 2).
 */
final class RawDirectory {

	private static final int MAX_ENTRIES = 1024;

	private static final int ENTRY_BYTES = 12;

	private static final int SHORT = 3;

	private final BoundedFile file;

	private final long base;

	private final Map<Integer, Long> entries = new HashMap<>();

	private final long next;

	/**
	 * Reads which tags there are.
	 * @param file the file, in the directory's byte order
	 * @param at where the directory stands
	 * @param base what its offsets count from
	 * @throws IOException if the file cannot be read
	 */
	RawDirectory(BoundedFile file, long at, long base) throws IOException {
		this.file = file;
		this.base = base;
		int count = file.u16(at);
		if (count > MAX_ENTRIES) {
			throw new MalformedFileException("a directory has " + count + " entries");
		}
		long entry = at + 2;
		for (int i = 0; i < count; i++, entry += ENTRY_BYTES) {
			this.entries.putIfAbsent(file.u16(entry), entry);
		}
		this.next = (entry + 4 <= file.size()) ? file.u32(entry) : 0;
	}

	/**
	 * Returns where the directory after this one stands.
	 * @return 0 if this is the last
	 */
	long next() {
		return this.next;
	}

	boolean has(int tag) {
		return this.entries.containsKey(tag);
	}

	/**
	 * Returns the first value of a tag.
	 * @return 0 if it is absent
	 */
	long number(int tag) throws IOException {
		return has(tag) ? number(tag, 0) : 0;
	}

	/** Returns one of the values of a tag that is there: of 16 bits, or else of 32. */
	long number(int tag, int index) throws IOException {
		long entry = entry(tag);
		boolean isShort = this.file.u16(entry + 2) == SHORT;
		int bytes = isShort ? 2 : 4;
		long at = (count(tag) * bytes <= 4) ? entry + 8 : this.base + this.file.u32(entry + 8);
		return isShort ? this.file.u16(at + 2L * index) : this.file.u32(at + 4L * index);
	}

	/**
	 * Returns how many values a tag claims to have; of a block, how many bytes.
	 * @return 0 if it is absent
	 */
	long count(int tag) throws IOException {
		return has(tag) ? this.file.u32(entry(tag) + 4) : 0;
	}

	/** Returns the type of a tag that is there. */
	int type(int tag) throws IOException {
		return this.file.u16(entry(tag) + 2);
	}

	/** Returns where in the file the block of a tag that is there stands. */
	long block(int tag) throws IOException {
		return this.base + this.file.u32(entry(tag) + 8);
	}

	private long entry(int tag) {
		return this.entries.getOrDefault(tag, 0L);
	}

}
