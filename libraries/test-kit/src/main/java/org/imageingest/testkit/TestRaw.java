package org.imageingest.testkit;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Made-up camera RAWs: the structure of each maker with a JPEG where that maker's cameras
 * put theirs. In place of the raw picture there is nothing.
 */
public enum TestRaw {

	/** Canon: a strip of the first directory. */
	CR2 {
		@Override
		public byte[] with(byte[] jpeg, int orientation) {
			RawFile file = little("II\u002a\0\0\0\0\0CR\u0002\0\0\0\0\0");
			int at = file.last(jpeg);
			return file.toBytes(file.append(strip(camera(file, "Canon", orientation), 6, at, jpeg.length), 0));
		}
	},

	/** Canon: the box PRVW. */
	CR3 {
		@Override
		public byte[] with(byte[] jpeg, int orientation) {
			byte[] preview = box("PRVW", new byte[6], shorts(1, 160, 120, 1), ints(jpeg.length), jpeg);
			return boxes(box("ftyp", ascii("crx \0\0\0\1crx isom")), settings(orientation),
					box("uuid", ints(0xEAF42B5E, 0x1C984B88, 0xB9FBB7DC, 0x406E4D16), new byte[8], preview),
					box("mdat"));
		}
	},

	/** Canon: the first track. */
	CR3_TRACK {
		@Override
		public byte[] with(byte[] jpeg, int orientation) {
			byte[] start = box("ftyp", ascii("crx \0\0\0\1crx isom"));
			int before = start.length + movie(orientation, 0, jpeg.length).length + 8;
			return boxes(start, movie(orientation, before, jpeg.length), box("mdat", jpeg));
		}

		private static byte[] movie(int orientation, int at, int length) {
			byte[] table = box("stbl", box("stsz", ints(0, length, 1)), box("co64", ints(0, 1, 0, at)));
			byte[] track = box("trak", box("mdia", box("minf", table)));
			return box("moov", settingsBox(orientation), track);
		}
	},

	/** Nikon: a directory below the first. */
	NEF {
		@Override
		public byte[] with(byte[] jpeg, int orientation) {
			RawFile file = new RawFile(ByteOrder.BIG_ENDIAN, new byte[] { 'M', 'M', 0, 42, 0, 0, 0, 0 });
			int at = file.last(jpeg);
			int preview = file.append(offset(file.directory().number(0xFE, 1).small(0x103, 6), at, jpeg.length), 0);
			int raw = file.append(file.directory().number(0xFE, 0).number(0x100, 6000).number(0x101, 4000), 0);
			RawFile.Directory first = camera(file, "NIKON CORPORATION", orientation).number(0xFE, 1)
				.small(0x103, 1)
				.numbers(0x14A, preview, raw);
			return file.toBytes(file.append(first, 0));
		}
	},

	/** Nikon: the preview directory of the maker note. */
	NEF_MAKER_NOTE {
		@Override
		public byte[] with(byte[] jpeg, int orientation) {
			RawFile file = little("II\u002a\0\0\0\0\0");
			RawFile note = little("II\u002a\0\0\0\0\0");
			int at = note.append(jpeg);
			int preview = note.append(offset(note.directory(), at, jpeg.length), 0);
			byte[] tiff = note.toBytes(note.append(note.directory().number(0x11, preview), 0));
			int raw = file.append(file.directory().number(0x100, 6000).number(0x101, 4000), 0);
			RawFile.Directory first = camera(file, "NIKON CORPORATION", orientation).number(0xFE, 1)
				.number(0x14A, raw)
				.number(0x8769, makerNote(file, join(ascii("Nikon\0\2\20\0\0"), tiff)));
			return file.toBytes(file.append(first, 0));
		}
	},

	/** Sony: an offset of the first directory. */
	ARW {
		@Override
		public byte[] with(byte[] jpeg, int orientation) {
			RawFile file = little("II\u002a\0\0\0\0\0");
			int at = file.last(jpeg);
			int raw = file.append(file.directory().small(0x103, 32767).number(0x100, 6000).number(0x101, 4000), 0);
			RawFile.Directory first = camera(file, "SONY", orientation).number(0xFE, 1)
				.small(0x103, 6)
				.number(0x14A, raw);
			return file.toBytes(file.append(offset(first, at, jpeg.length), 0));
		}
	},

	/** DNG: a strip of a directory below the first. */
	DNG {
		@Override
		public byte[] with(byte[] jpeg, int orientation) {
			return dng(jpeg, orientation, 2);
		}
	},

	/** Olympus: the camera settings of the maker note. */
	ORF {
		@Override
		public byte[] with(byte[] jpeg, int orientation) {
			RawFile file = little("IIRO\0\0\0\0");
			RawFile note = little("OLYMPUS\0II\3\0");
			RawFile.Directory settings = note.directory();
			int at = 12 + 18 + 30;
			settings.number(0x101, at).number(0x102, jpeg.length);
			byte[] block = join(ascii("OLYMPUS\0II\3\0"), note.directory().entry(0x2020, 13, 1, 30).toBytes(0),
					settings.toBytes(0), jpeg);
			RawFile.Directory first = camera(file, "OLYMPUS IMAGING CORP.", orientation).number(0x8769,
					makerNote(file, block));
			return file.toBytes(file.append(first, 0));
		}
	},

	/** Panasonic: a block of the first directory. */
	RW2 {
		@Override
		public byte[] with(byte[] jpeg, int orientation) {
			RawFile file = little("IIU\0\0\0\0\0");
			int at = file.last(jpeg);
			RawFile.Directory first = camera(file, "Panasonic", orientation).block(0x2E, at, jpeg.length);
			return file.toBytes(file.append(first, 0));
		}
	},

	/** Fujifilm: told by the header, which knows no orientation of its own. */
	RAF {
		@Override
		public byte[] with(byte[] jpeg, int orientation) {
			ByteBuffer head = ByteBuffer.allocate(160);
			head.put(ascii("FUJIFILMCCD-RAW 0201FF389501X-T5"));
			return join(head.putInt(84, 160).putInt(88, jpeg.length).array(), jpeg);
		}
	};

	/**
	 * Makes a RAW.
	 * @param jpeg the picture in it
	 * @param orientation what the RAW itself says of it, 1 to 8
	 * @return a file
	 */
	public abstract byte[] with(byte[] jpeg, int orientation);

	/**
	 * Makes a DNG.
	 * @param jpeg the picture in it
	 * @param orientation what the RAW itself says of it
	 * @param colourSpace colour space of the picture: 2 for sRGB, 3 for Adobe RGB
	 * @return a file
	 */
	public static byte[] dng(byte[] jpeg, int orientation, int colourSpace) {
		RawFile file = little("II\u002a\0\0\0\0\0");
		int at = file.last(jpeg);
		RawFile.Directory preview = strip(file.directory(), 7, at, jpeg.length).number(0xFE, 1)
			.small(0x106, 6)
			.number(0xC71A, colourSpace);
		int below = file.append(preview, 0);
		RawFile.Directory first = camera(file, "Maker", orientation).number(0xFE, 0)
			.small(0x106, 32803)
			.number(0x100, 6000)
			.number(0x101, 4000)
			.number(0x14A, below)
			.entry(0xC612, 1, 4, 0x00000401);
		return file.toBytes(file.append(first, 0));
	}

	private static RawFile little(String head) {
		return new RawFile(ByteOrder.LITTLE_ENDIAN, ascii(head));
	}

	private static RawFile.Directory camera(RawFile file, String make, int orientation) {
		return file.directory().text(0x10F, make).text(0x110, "Testcam").small(0x112, orientation);
	}

	private static RawFile.Directory strip(RawFile.Directory directory, int compression, int at, int length) {
		return directory.small(0x103, compression).number(0x111, at).number(0x117, length);
	}

	private static RawFile.Directory offset(RawFile.Directory directory, int at, int length) {
		return directory.number(0x201, at).number(0x202, length);
	}

	private static int makerNote(RawFile file, byte[] note) {
		int at = file.last(note);
		return file.append(file.directory().block(0x927C, at, note.length), 0);
	}

	private static byte[] settings(int orientation) {
		return box("moov", settingsBox(orientation));
	}

	/** Canon's own box with the first directory of the EXIF. */
	private static byte[] settingsBox(int orientation) {
		RawFile exif = little("II\u002a\0\0\0\0\0");
		byte[] tiff = exif.toBytes(exif.append(camera(exif, "Canon", orientation), 0));
		return box("uuid", ints(0x85C0B687, 0x820F11E0, 0x8111F4CE, 0x462B6A48), box("CMT1", tiff));
	}

	private static byte[] box(String type, byte[]... contents) {
		byte[] content = join(contents);
		return join(ints(8 + content.length), ascii(type), content);
	}

	private static byte[] boxes(byte[]... boxes) {
		return join(boxes);
	}

	private static byte[] ints(int... values) {
		ByteBuffer bytes = ByteBuffer.allocate(4 * values.length);
		for (int value : values) {
			bytes.putInt(value);
		}
		return bytes.array();
	}

	private static byte[] shorts(int... values) {
		ByteBuffer bytes = ByteBuffer.allocate(2 * values.length);
		for (int value : values) {
			bytes.putShort((short) value);
		}
		return bytes.array();
	}

	private static byte[] ascii(String text) {
		return text.getBytes(StandardCharsets.ISO_8859_1);
	}

	private static byte[] join(byte[]... pieces) {
		ByteArrayOutputStream all = new ByteArrayOutputStream();
		for (byte[] piece : pieces) {
			all.writeBytes(piece);
		}
		return all.toByteArray();
	}

}
