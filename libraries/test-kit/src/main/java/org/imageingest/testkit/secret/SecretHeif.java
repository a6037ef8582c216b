package org.imageingest.testkit.secret;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Adds items to a HEIC or AVIF: EXIF and XMP, each with bytes at the end of the file
 * (ISO/IEC 14496-12, 8.11; ISO/IEC 23008-12, annex A).
 */
final class SecretHeif {

	private static final int HEADER = 8;

	private static final int EXIF_ITEM = 1001;

	private static final int XMP_ITEM = 1002;

	private static final int INFE_VERSION = 2;

	private final ByteBuffer file;

	private int metaAt;

	private final byte[] exif;

	private final byte[] xmp;

	private SecretHeif(byte[] file, byte[] exif, byte[] xmp) {
		this.file = ByteBuffer.wrap(file);
		this.exif = Secrets.join(new byte[4], exif);
		this.xmp = xmp;
	}

	static byte[] plant(byte[] picture) {
		return new SecretHeif(picture, SecretBlocks.exif().toBytes(), SecretBlocks.xmpBytes()).planted();
	}

	private byte[] planted() {
		while (!type(this.metaAt).equals("meta")) {
			this.metaAt += this.file.getInt(this.metaAt);
		}
		int metaEnd = this.metaAt + this.file.getInt(this.metaAt);
		// How much longer it gets does not depend on the places in it
		int growth = meta(metaEnd, 0).length - (metaEnd - this.metaAt);
		return Secrets.join(part(0, this.metaAt), meta(metaEnd, growth), part(metaEnd, this.file.capacity()),
				SecretBlocks.box("mdat", this.exif, this.xmp));
	}

	private byte[] meta(int end, int growth) {
		ByteArrayOutputStream boxes = new ByteArrayOutputStream();
		boxes.writeBytes(part(this.metaAt + HEADER, this.metaAt + HEADER + 4));
		for (int at = this.metaAt + HEADER + 4; at < end; at += this.file.getInt(at)) {
			int next = at + this.file.getInt(at);
			boxes.writeBytes(switch (type(at)) {
				case "iinf" -> names(at, next);
				case "iloc" -> new Places(at + HEADER, growth).box();
				default -> part(at, next);
			});
		}
		return SecretBlocks.box("meta", boxes.toByteArray());
	}

	private byte[] names(int at, int end) {
		boolean wide = this.file.get(at + HEADER) != 0;
		int countAt = at + HEADER + 4;
		byte[] count = wide ? ByteBuffer.allocate(4).putInt(this.file.getInt(countAt) + 2).array()
				: ByteBuffer.allocate(2).putShort((short) (this.file.getShort(countAt) + 2)).array();
		return SecretBlocks.box("iinf", part(at + HEADER, countAt), count, part(countAt + count.length, end),
				name(EXIF_ITEM, "Exif\0"), name(XMP_ITEM, "mime\0application/rdf+xml\0"));
	}

	private static byte[] name(int item, String type) {
		return SecretBlocks.box("infe", new byte[] { INFE_VERSION, 0, 0, 1 },
				ByteBuffer.allocate(4).putShort((short) item).array(), Secrets.ascii(type));
	}

	private String type(int at) {
		return new String(part(at + 4, at + HEADER), java.nio.charset.StandardCharsets.ISO_8859_1);
	}

	private byte[] part(int from, int to) {
		byte[] part = new byte[to - from];
		this.file.get(from, part);
		return part;
	}

	/** Where the items lie, written anew with offsets of four bytes. */
	private final class Places {

		private int at;

		private final List<byte[]> items = new ArrayList<>();

		private final int growth;

		Places(int start, int growth) {
			this.growth = growth;
			this.at = start;
			int version = number(1);
			number(3);
			int sizes = number(2);
			int count = number((version < 2) ? 2 : 4);
			for (int i = 0; i < count; i++) {
				item(version, sizes);
			}
			int behind = SecretHeif.this.file.capacity() + growth + HEADER;
			this.items.add(item(EXIF_ITEM, 0, behind, SecretHeif.this.exif.length));
			this.items.add(item(XMP_ITEM, 0, behind + SecretHeif.this.exif.length, SecretHeif.this.xmp.length));
		}

		private void item(int version, int sizes) {
			int id = number((version < 2) ? 2 : 4);
			int method = (version > 0) ? number(2) & 0xF : 0;
			number(2);
			int base = number(sizes >>> 4 & 0xF);
			int extents = number(2);
			if (extents != 1) {
				throw new IllegalArgumentException("An item in " + extents + " parts");
			}
			number((version > 0) ? sizes & 0xF : 0);
			int offset = base + number(sizes >>> 12);
			int length = number(sizes >>> 8 & 0xF);
			boolean moves = method == 0 && offset > SecretHeif.this.metaAt;
			this.items.add(item(id, method, moves ? offset + this.growth : offset, length));
		}

		private static byte[] item(int id, int method, int offset, int length) {
			return ByteBuffer.allocate(16)
				.putShort((short) id)
				.putShort((short) method)
				.putShort((short) 0)
				.putShort((short) 1)
				.putInt(offset)
				.putInt(length)
				.array();
		}

		byte[] box() {
			byte[] head = ByteBuffer.allocate(8)
				.putInt(0x01000000)
				.putShort((short) 0x4400)
				.putShort((short) this.items.size())
				.array();
			return SecretBlocks.box("iloc", head, Secrets.join(this.items.toArray(byte[][]::new)));
		}

		private int number(int bytes) {
			int value = 0;
			for (int i = 0; i < bytes; i++) {
				value = value << 8 | SecretHeif.this.file.get(this.at++) & 0xFF;
			}
			return value;
		}

	}

}
