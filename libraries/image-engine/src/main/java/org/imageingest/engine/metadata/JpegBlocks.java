package org.imageingest.engine.metadata;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

import org.imageingest.engine.file.BoundedFile;

/**
 * Metadata in the application segments of a JPEG (Exif 3.0 section 4.7, XMP part 3, ICC.1
 * annex B.4). Of extended XMP only its presence is told.
 */
final class JpegBlocks implements BlockReader {

	private static final String EXIF = "Exif\0\0";

	private static final String XMP = "http://ns.adobe.com/xap/1.0/\0";

	private static final String EXTENDED_XMP = "http://ns.adobe.com/xmp/extension/\0";

	private static final String ICC = "ICC_PROFILE\0";

	private static final String PHOTOSHOP = "Photoshop 3.0\0";

	private final long start;

	private final Map<Integer, byte[]> profileParts = new TreeMap<>();

	JpegBlocks() {
		this(0);
	}

	/**
	 * Reads a JPEG inside another file.
	 * @param start where it starts
	 */
	JpegBlocks(long start) {
		this.start = start;
	}

	@Override
	public void read(BoundedFile file, MetadataBlocks blocks) throws IOException {
		try {
			walk(file, blocks);
		}
		finally {
			if (!this.profileParts.isEmpty()) {
				ByteArrayOutputStream profile = new ByteArrayOutputStream();
				this.profileParts.values().forEach(profile::writeBytes);
				blocks.profile(profile.toByteArray());
			}
		}
	}

	private void walk(BoundedFile file, MetadataBlocks blocks) throws IOException {
		long at = this.start + 2;
		while (true) {
			while (file.u8(at) != 0xFF || file.u8(at + 1) == 0xFF || file.u8(at + 1) == 0) {
				at++;
			}
			int marker = file.u8(at + 1);
			at += 2;
			if (marker == 0xDA || marker == 0xD9) {
				return;
			}
			if (marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8)) {
				continue;
			}
			int length = Math.max(2, file.u16(at));
			segment(file, marker, at + 2, length - 2, blocks);
			at += length;
		}
	}

	private void segment(BoundedFile file, int marker, long at, int length, MetadataBlocks blocks) throws IOException {
		switch (marker) {
			case 0xE1 -> {
				if (starts(file, at, length, EXIF)) {
					blocks.exif.add(file.block(at + EXIF.length(), (long) length - EXIF.length()));
				}
				else if (starts(file, at, length, XMP) && blocks.xmp == null) {
					blocks.xmp = file.block(at + XMP.length(), (long) length - XMP.length());
				}
				else if (starts(file, at, length, EXTENDED_XMP)) {
					blocks.furtherXmp = true;
				}
			}
			case 0xE2 -> {
				int header = ICC.length() + 2;
				if (length > header && starts(file, at, length, ICC)) {
					this.profileParts.putIfAbsent(file.u8(at + ICC.length()),
							file.block(at + header, (long) length - header));
				}
			}
			case 0xED -> {
				if (starts(file, at, length, PHOTOSHOP)) {
					blocks.photoshop.add(file.block(at, length));
				}
			}
			case 0xFE -> blocks.comment = true;
			default -> {
			}
		}
	}

	private static boolean starts(BoundedFile file, long at, int length, String identifier) throws IOException {
		return length >= identifier.length() && file.ascii(at, identifier.length()).equals(identifier);
	}

}
