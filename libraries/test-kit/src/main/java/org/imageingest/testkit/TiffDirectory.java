package org.imageingest.testkit;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * One directory of a TIFF structure, big-endian (TIFF 6.0, section 2).
 */
final class TiffDirectory {

	private static final int HEADER_BYTES = 8;

	private static final int ENTRY_BYTES = 12;

	private static final int ASCII = 2;

	private static final int SHORT = 3;

	private static final int LONG = 4;

	private static final int RATIONAL = 5;

	private static final int UNDEFINED = 7;

	private final Map<Integer, Entry> entries = new TreeMap<>();

	private static final int PICTURE_OFFSET = 0x0201;

	private static final int PICTURE_LENGTH = 0x0202;

	private static final int STRIP_OFFSET = 0x0111;

	private static final int STRIP_LENGTH = 0x0117;

	private final Map<Integer, TiffDirectory> directories = new TreeMap<>();

	private @Nullable TiffDirectory next;

	private byte[] picture = {};

	private int pictureAt = PICTURE_OFFSET;

	TiffDirectory text(int tag, String text) {
		byte[] value = (text + "\0").getBytes(StandardCharsets.UTF_8);
		this.entries.put(tag, new Entry(ASCII, value.length, value));
		return this;
	}

	TiffDirectory number(int tag, int value) {
		this.entries.put(tag, new Entry(SHORT, 1, ByteBuffer.allocate(2).putShort((short) value).array()));
		return this;
	}

	TiffDirectory bytes(int tag, byte[] value) {
		this.entries.put(tag, new Entry(UNDEFINED, value.length, value));
		return this;
	}

	/** Degrees, minutes and seconds, the last to a ten-thousandth. */
	TiffDirectory angle(int tag, double degrees) {
		double absolute = Math.abs(degrees);
		int whole = (int) absolute;
		int minutes = (int) ((absolute - whole) * 60);
		long seconds = Math.round(((absolute - whole) * 60 - minutes) * 60 * 10_000);
		ByteBuffer value = ByteBuffer.allocate(24);
		value.putInt(whole).putInt(1).putInt(minutes).putInt(1).putInt((int) seconds).putInt(10_000);
		this.entries.put(tag, new Entry(RATIONAL, 3, value.array()));
		return this;
	}

	/** Returns the directory that a tag points to, making it on first use. */
	TiffDirectory directory(int tag) {
		return this.directories.computeIfAbsent(tag, (key) -> new TiffDirectory());
	}

	/** Returns the directory that follows this one, making it on first use. */
	TiffDirectory next() {
		TiffDirectory following = (this.next != null) ? this.next : new TiffDirectory();
		this.next = following;
		return following;
	}

	/** Puts a JPEG into this directory. */
	TiffDirectory picture(byte[] jpeg) {
		this.picture = jpeg;
		this.entries.put(PICTURE_OFFSET, longNumber(0));
		this.entries.put(PICTURE_LENGTH, longNumber(jpeg.length));
		return this;
	}

	/** Puts the data of a picture into this directory, in one strip. */
	TiffDirectory strip(byte[] data) {
		this.picture = data;
		this.pictureAt = STRIP_OFFSET;
		this.entries.put(STRIP_OFFSET, longNumber(0));
		this.entries.put(STRIP_LENGTH, longNumber(data.length));
		return this;
	}

	/** Returns a whole TIFF structure with this as its first directory. */
	byte[] toBytes() {
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		file.writeBytes(ByteBuffer.allocate(HEADER_BYTES)
			.put((byte) 'M')
			.put((byte) 'M')
			.putShort((short) 42)
			.putInt(HEADER_BYTES)
			.array());
		file.writeBytes(toBytes(HEADER_BYTES));
		return file.toByteArray();
	}

	/**
	 * Directory first, then long values, the directories below, the picture, and the
	 * directory that follows.
	 */
	private byte[] toBytes(int start) {
		Map<Integer, Entry> all = new TreeMap<>(this.entries);
		int valuesAt = start + 2 + ENTRY_BYTES * (this.entries.size() + this.directories.size()) + 4;
		int belowAt = valuesAt + this.entries.values().stream().mapToInt(Entry::outsideBytes).sum();
		ByteArrayOutputStream below = new ByteArrayOutputStream();
		for (Map.Entry<Integer, TiffDirectory> directory : this.directories.entrySet()) {
			int at = belowAt + below.size();
			all.put(directory.getKey(), longNumber(at));
			below.writeBytes(directory.getValue().toBytes(at));
		}
		if (this.picture.length > 0) {
			all.put(this.pictureAt, longNumber(belowAt + below.size()));
			below.writeBytes(this.picture);
			below.writeBytes(new byte[this.picture.length & 1]);
		}
		int nextAt = 0;
		if (this.next != null) {
			nextAt = belowAt + below.size();
			below.writeBytes(this.next.toBytes(nextAt));
		}
		ByteBuffer table = ByteBuffer.allocate(valuesAt - start);
		ByteArrayOutputStream values = new ByteArrayOutputStream();
		table.putShort((short) all.size());
		all.forEach((tag, entry) -> {
			table.putShort(tag.shortValue()).putShort((short) entry.type()).putInt(entry.count());
			if (entry.outsideBytes() == 0) {
				table.put(entry.value()).position(table.position() + 4 - entry.value().length);
			}
			else {
				table.putInt(valuesAt + values.size());
				values.writeBytes(entry.value());
				values.writeBytes(new byte[entry.outsideBytes() - entry.value().length]);
			}
		});
		table.putInt(nextAt);
		ByteArrayOutputStream directory = new ByteArrayOutputStream();
		directory.writeBytes(table.array());
		directory.writeBytes(values.toByteArray());
		directory.writeBytes(below.toByteArray());
		return directory.toByteArray();
	}

	private static Entry longNumber(int value) {
		return new Entry(LONG, 1, ByteBuffer.allocate(4).putInt(value).array());
	}

	private record Entry(int type, int count, byte[] value) {

		/** Bytes needed outside of the entry itself, even. */
		int outsideBytes() {
			return (this.value.length <= 4) ? 0 : this.value.length + (this.value.length & 1);
		}

	}

}
