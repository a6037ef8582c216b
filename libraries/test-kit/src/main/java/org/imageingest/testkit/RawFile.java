package org.imageingest.testkit;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;

/**
 * A file of directories and blocks, put together piece by piece from the inside out: what
 * is pointed to comes first (TIFF 6.0, section 2). Nothing is checked, so that hostile
 * files can be made as well.
 */
public final class RawFile {

	private static final int ASCII = 2;

	private static final int SHORT = 3;

	private static final int LONG = 4;

	private static final int UNDEFINED = 7;

	/** Where the blocks behind all directories start. */
	private static final int TAIL = 16 * 1024;

	private final ByteOrder order;

	private final ByteArrayOutputStream tail = new ByteArrayOutputStream();

	private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

	/**
	 * Starts a file.
	 * @param order byte order of all that follows
	 * @param head the first bytes, with room for the offset at 4
	 */
	public RawFile(ByteOrder order, byte[] head) {
		this.order = order;
		this.bytes.writeBytes(head);
	}

	/**
	 * Appends a block.
	 * @param block any bytes
	 * @return where it starts
	 */
	public int append(byte[] block) {
		if ((this.bytes.size() & 1) == 1) {
			this.bytes.write(0);
		}
		int at = this.bytes.size();
		this.bytes.writeBytes(block);
		return at;
	}

	/**
	 * Adds a large block behind everything that is appended, as cameras do.
	 * @param block any bytes
	 * @return where it starts
	 */
	public int last(byte[] block) {
		int at = TAIL + this.tail.size();
		this.tail.writeBytes(block);
		return at;
	}

	/**
	 * Appends a directory.
	 * @param directory its entries
	 * @param next where the directory after it stands, or 0
	 * @return where it starts
	 */
	public int append(Directory directory, int next) {
		return append(directory.toBytes(next));
	}

	/**
	 * Starts a directory.
	 * @return one without entries
	 */
	public Directory directory() {
		return new Directory();
	}

	/**
	 * Returns where the next block will start.
	 * @return even number of bytes
	 */
	public int end() {
		return this.bytes.size() + (this.bytes.size() & 1);
	}

	/**
	 * Returns the file.
	 * @param first where the first directory stands
	 * @return its bytes
	 */
	public byte[] toBytes(int first) {
		if (this.tail.size() > 0) {
			this.bytes.writeBytes(new byte[TAIL - this.bytes.size()]);
			this.bytes.writeBytes(this.tail.toByteArray());
		}
		byte[] file = this.bytes.toByteArray();
		ByteBuffer.wrap(file).order(this.order).putInt(4, first);
		return file;
	}

	/** Entries of a directory. */
	public final class Directory {

		private final TreeMap<Integer, byte[]> entries = new TreeMap<>();

		public Directory number(int tag, int value) {
			return entry(tag, LONG, 1, value);
		}

		public Directory small(int tag, int value) {
			ByteBuffer inline = ByteBuffer.allocate(4).order(RawFile.this.order).putShort((short) value);
			this.entries.put(tag, head(tag, SHORT, 1).put(inline.array()).array());
			return this;
		}

		public Directory text(int tag, String text) {
			byte[] value = (text + "\0").getBytes(StandardCharsets.US_ASCII);
			return entry(tag, ASCII, value.length, RawFile.this.append(value));
		}

		/**
		 * Adds a block that was appended before.
		 * @param tag number of the tag
		 * @param at where it starts
		 * @param length bytes
		 * @return this
		 */
		public Directory block(int tag, int at, int length) {
			return entry(tag, UNDEFINED, length, at);
		}

		/**
		 * Adds several numbers.
		 * @param tag number of the tag
		 * @param values at least two
		 * @return this
		 */
		public Directory numbers(int tag, int... values) {
			ByteBuffer array = ByteBuffer.allocate(4 * values.length).order(RawFile.this.order);
			for (int value : values) {
				array.putInt(value);
			}
			return entry(tag, LONG, values.length, RawFile.this.append(array.array()));
		}

		/**
		 * Adds an entry as it stands.
		 * @param tag number of the tag
		 * @param type type of its values
		 * @param count how many it claims to have
		 * @param value the value, or where it stands
		 * @return this
		 */
		public Directory entry(int tag, int type, int count, int value) {
			this.entries.put(tag, head(tag, type, count).putInt(value).array());
			return this;
		}

		private ByteBuffer head(int tag, int type, int count) {
			return ByteBuffer.allocate(12)
				.order(RawFile.this.order)
				.putShort((short) tag)
				.putShort((short) type)
				.putInt(count);
		}

		/**
		 * Returns the directory.
		 * @param next where the directory after it stands, or 0
		 * @return its bytes
		 */
		public byte[] toBytes(int next) {
			ByteBuffer directory = ByteBuffer.allocate(2 + 12 * this.entries.size() + 4).order(RawFile.this.order);
			directory.putShort((short) this.entries.size());
			this.entries.values().forEach(directory::put);
			return directory.putInt(next).array();
		}

	}

}
