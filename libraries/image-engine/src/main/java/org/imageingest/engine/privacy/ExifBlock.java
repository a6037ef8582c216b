package org.imageingest.engine.privacy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The TIFF structure of an EXIF block (Exif 3.0 section 4.6). What is kept stays where it
 * is, bit for bit, so no offset has to be changed; entries that go leave their directory,
 * and every byte that no entry speaks of any more becomes zero.
 */
final class ExifBlock {

	private static final int HEADER_BYTES = 8;

	private static final int ENTRY_BYTES = 12;

	private static final int TIFF = 42;

	private static final int GPS = 0x8825;

	/** Bytes of a value, by the number of its type (TIFF 6.0, section 2; 13 is IFD). */
	private static final int[] TYPE_BYTES = { 0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4 };

	private final ByteBuffer block;

	private final byte[] rewritten;

	/** Bytes that must stay. */
	private final BitSet kept = new BitSet();

	/** Bytes of values that must stay. */
	private final BitSet values = new BitSet();

	/** Bytes of the header and of the directories, no value among them. */
	private final BitSet tables = new BitSet();

	/** Bytes that must go. */
	private final BitSet removed = new BitSet();

	ExifBlock(byte[] block) {
		this.block = ByteBuffer.wrap(block);
		this.rewritten = new byte[block.length];
	}

	/**
	 * Makes the block without location, maker note, thumbnail and comments.
	 * @return as long as the last byte that is kept; empty if no tag is
	 * @throws BrokenExifException if it cannot be followed
	 */
	byte[] withoutLocation() throws BrokenExifException {
		if (this.block.capacity() < HEADER_BYTES) {
			throw new BrokenExifException("no header");
		}
		int order = this.block.getShort(0);
		if (order != 0x4949 && order != 0x4D4D) {
			throw new BrokenExifException("no byte order");
		}
		this.block.order((order == 0x4949) ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
		long main = this.block.getInt(4) & 0xFFFFFFFFL;
		if (this.block.getShort(2) != TIFF || !isDirectory(main)) {
			throw new BrokenExifException("no directory");
		}
		keep(0, HEADER_BYTES, this.tables);
		remove(next(main));
		if (!keepDirectory((int) main, ExifTagSet.MAIN)) {
			return new byte[0];
		}
		if (this.kept.intersects(this.removed) || this.values.intersects(this.tables)) {
			throw new BrokenExifException("a value lies inside of another");
		}
		return Arrays.copyOf(this.rewritten, Math.max(this.kept.length(), this.values.length()));
	}

	/** Writes what is left of a directory; false if nothing is. */
	private boolean keepDirectory(int at, ExifTagSet tags) throws BrokenExifException {
		int entries = entries(at);
		int tableEnd = Math.min(at + 2 + ENTRY_BYTES * entries + 4, this.block.capacity());
		if (this.tables.get(at, tableEnd).cardinality() > 0) {
			throw new BrokenExifException("a directory lies inside of another");
		}
		// Some cameras put values where the place of a next directory belongs, of which
		// only the first directory can have one
		this.tables.set(at, (tags == ExifTagSet.MAIN) ? tableEnd : at + 2 + ENTRY_BYTES * entries);
		this.kept.set(at, tableEnd);
		List<Integer> left = new ArrayList<>();
		for (int i = 0; i < entries; i++) {
			int entry = at + 2 + ENTRY_BYTES * i;
			if (keepEntry(entry, tags)) {
				left.add(entry);
			}
			else {
				removeEntry(entry);
			}
		}
		ByteBuffer table = ByteBuffer.wrap(this.rewritten).order(this.block.order()).position(at);
		table.putShort((short) left.size());
		left.forEach((entry) -> table.put(this.block.slice(entry, ENTRY_BYTES)));
		// Fewer entries need less room; zeros follow the last, for there is no next
		// directory
		int writtenEnd = left.isEmpty() ? at : Math.min(table.position() + 4, tableEnd);
		this.kept.clear(writtenEnd, tableEnd);
		return !left.isEmpty();
	}

	/** An entry whose value is not there says nothing, and goes. */
	private boolean keepEntry(int entry, ExifTagSet tags) throws BrokenExifException {
		int tag = this.block.getShort(entry) & 0xFFFF;
		ExifTagSet below = tags.directory(tag);
		if (below != null) {
			long directory = this.block.getInt(entry + 8) & 0xFFFFFFFFL;
			return isDirectory(directory) && keepDirectory((int) directory, below);
		}
		long bytes = valueBytes(entry);
		if (!tags.contains(tag) || bytes < 0) {
			return false;
		}
		if (bytes > 4) {
			long at = this.block.getInt(entry + 8) & 0xFFFFFFFFL;
			if (!isInside(at, bytes)) {
				return false;
			}
			keep((int) at, (int) bytes, this.values);
		}
		return true;
	}

	private void removeEntry(int entry) {
		long at = this.block.getInt(entry + 8) & 0xFFFFFFFFL;
		if ((this.block.getShort(entry) & 0xFFFF) == GPS) {
			remove(at);
		}
		else if (valueBytes(entry) > 4 && isInside(at, valueBytes(entry))) {
			this.removed.set((int) at, (int) (at + valueBytes(entry)));
		}
	}

	/** Removes a directory and its values, if there is one. */
	private void remove(@Nullable Long directory) {
		if (directory == null || !isDirectory(directory) || this.removed.get(directory.intValue())) {
			return;
		}
		int at = directory.intValue();
		this.removed.set(at, at + 2 + ENTRY_BYTES * entries(at));
		for (int i = 0; i < entries(at); i++) {
			removeEntry(at + 2 + ENTRY_BYTES * i);
		}
	}

	private void keep(int at, int length, BitSet kind) {
		kind.set(at, at + length);
		this.kept.set(at, at + length);
		this.block.get(at, this.rewritten, at, length);
	}

	/** Where the next directory is said to be, if that is said. */
	private @Nullable Long next(long directory) {
		int at = (int) directory + 2 + ENTRY_BYTES * entries((int) directory);
		return isInside(at, 4) ? this.block.getInt(at) & 0xFFFFFFFFL : null;
	}

	private boolean isDirectory(long at) {
		return at >= HEADER_BYTES && isInside(at, 2) && isInside(at, 2 + (long) ENTRY_BYTES * entries((int) at));
	}

	private boolean isInside(long at, long bytes) {
		return at + bytes <= this.block.capacity();
	}

	private int entries(int directory) {
		return this.block.getShort(directory) & 0xFFFF;
	}

	/** Bytes of a value, or -1 if its type is unknown. */
	private long valueBytes(int entry) {
		int type = this.block.getShort(entry + 2) & 0xFFFF;
		long count = this.block.getInt(entry + 4) & 0xFFFFFFFFL;
		return (type > 0 && type < TYPE_BYTES.length) ? count * TYPE_BYTES[type] : -1;
	}

}
