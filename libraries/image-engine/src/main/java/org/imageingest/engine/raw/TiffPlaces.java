package org.imageingest.engine.raw;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.Set;

import org.imageingest.engine.file.BoundedFile;
import org.imageingest.engine.file.MalformedFileException;
import org.imageingest.engine.format.ImageFormat;

/**
 * RAW formats that are built like TIFF: Canon's CR2, Nikon, Sony, DNG, Olympus,
 * Panasonic. JPEGs stand in strips or at offsets of the directories, of those below them,
 * and of the maker note (TIFF 6.0; TIFF/EP; DNG 1.7.1; ExifTool's tables of maker notes).
 */
final class TiffPlaces implements PlaceReader {

	private static final int PANASONIC_JPEG = 0x002E;

	private static final int PANASONIC_LARGE_JPEG = 0x0127;

	private static final int SUBFILE_TYPE = 0x00FE;

	private static final int COMPRESSION = 0x0103;

	private static final int PHOTOMETRIC = 0x0106;

	private static final int STRIP_OFFSETS = 0x0111;

	private static final int STRIP_BYTES = 0x0117;

	private static final int SUB_DIRECTORIES = 0x014A;

	static final int JPEG_OFFSET = 0x0201;

	static final int JPEG_LENGTH = 0x0202;

	private static final int EXIF_DIRECTORY = 0x8769;

	private static final int MAKER_NOTE = 0x927C;

	private static final int PREVIEW_COLOUR_SPACE = 0xC71A;

	private static final int ADOBE_RGB = 3;

	/** Old-style and new-style JPEG. */
	private static final int OLD_JPEG = 6;

	private static final int NEW_JPEG = 7;

	/** Grey, RGB or YCbCr; the raw picture, masks and depth maps have others. */
	private static final Set<Long> SHOWN = Set.of(0L, 1L, 2L, 6L);

	/** A reduced picture, or another one of those: masks and maps have other bits. */
	private static final long REDUCED = 0x10001;

	private static final int MAX_DIRECTORIES = 32;

	private static final int MAX_SUB_DIRECTORIES = 16;

	private final ImageFormat format;

	private final Set<Long> seen = new HashSet<>();

	TiffPlaces(ImageFormat format) {
		this.format = format;
	}

	@Override
	public void read(BoundedFile file, Places places) throws IOException {
		ByteOrder order = file.ascii(0, 2).equals("MM") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
		file.order(order);
		long next = file.u32(4);
		while (isNew(next)) {
			RawDirectory directory = new RawDirectory(file, next, 0);
			directory(directory, places);
			for (int i = 0; i < Math.min(MAX_SUB_DIRECTORIES, directory.count(SUB_DIRECTORIES)); i++) {
				below(file, directory.number(SUB_DIRECTORIES, i), places);
			}
			if (directory.has(EXIF_DIRECTORY)) {
				exif(file, order, directory.number(EXIF_DIRECTORY), places);
			}
			next = directory.next();
		}
	}

	private boolean isNew(long at) {
		return at != 0 && this.seen.size() < MAX_DIRECTORIES && this.seen.add(at);
	}

	/** One broken directory does not hide the others. */
	private void below(BoundedFile file, long at, Places places) throws IOException {
		if (isNew(at)) {
			try {
				directory(new RawDirectory(file, at, 0), places);
			}
			catch (MalformedFileException ex) {
				return;
			}
		}
	}

	private void directory(RawDirectory directory, Places places) throws IOException {
		places.add(directory.number(JPEG_OFFSET), directory.number(JPEG_LENGTH));
		if (this.format == ImageFormat.RW2) {
			block(directory, PANASONIC_JPEG, places);
			block(directory, PANASONIC_LARGE_JPEG, places);
		}
		long compression = directory.number(COMPRESSION);
		boolean jpeg = compression == OLD_JPEG || compression == NEW_JPEG;
		if (jpeg && isShown(directory) && directory.count(STRIP_OFFSETS) == 1) {
			places.add(directory.number(STRIP_OFFSETS), directory.number(STRIP_BYTES),
					directory.number(PREVIEW_COLOUR_SPACE) == ADOBE_RGB);
		}
	}

	private static boolean isShown(RawDirectory directory) throws IOException {
		return SHOWN.contains(directory.number(PHOTOMETRIC)) && (directory.number(SUBFILE_TYPE) & ~REDUCED) == 0;
	}

	private static void block(RawDirectory directory, int tag, Places places) throws IOException {
		if (directory.has(tag)) {
			places.add(directory.block(tag), directory.count(tag));
		}
	}

	private void exif(BoundedFile file, ByteOrder order, long at, Places places) throws IOException {
		if (!isNew(at)) {
			return;
		}
		try {
			RawDirectory exif = new RawDirectory(file, at, 0);
			if (exif.has(MAKER_NOTE)) {
				new MakerNotePlaces(file, order).read(exif.block(MAKER_NOTE), places);
			}
		}
		catch (MalformedFileException ex) {
			// Maker notes are often damaged by programs that rewrite a file
			return;
		}
		finally {
			file.order(order);
		}
	}

}
