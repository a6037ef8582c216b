package org.imageingest.engine.raw;

import java.io.IOException;
import java.nio.ByteOrder;

import org.imageingest.engine.file.BoundedFile;

/**
 * JPEGs that the maker notes of Nikon and Olympus tell of. Their offsets count from the
 * note itself, but for old cameras of Olympus.
 *
 * @see <a href="https://exiftool.org/TagNames/Nikon.html">Nikon's tags</a>
 * @see <a href="https://exiftool.org/TagNames/Olympus.html">Olympus' tags</a>
 */
final class MakerNotePlaces {

	private static final int NIKON_PREVIEW_DIRECTORY = 0x0011;

	private static final int OLYMPUS_CAMERA_SETTINGS = 0x2020;

	private static final int[] OLYMPUS_SETTINGS_PREVIEW = { 0x0101, 0x0102 };

	private static final int[] OLYMPUS_PREVIEW = { 0x1036, 0x1037 };

	private static final int[] OLYMPUS_OLD_PREVIEW = { 0x0088, 0x0089 };

	private static final int UNDEFINED = 7;

	private final BoundedFile file;

	private final ByteOrder order;

	/**
	 * Reads in a file.
	 * @param file the file; its byte order may be changed
	 * @param order byte order of the file
	 */
	MakerNotePlaces(BoundedFile file, ByteOrder order) {
		this.file = file;
		this.order = order;
	}

	void read(long note, Places places) throws IOException {
		String start = this.file.ascii(note, 10);
		if (start.startsWith("Nikon\0\u0002")) {
			nikon(note + 10, places);
		}
		else if (start.startsWith("OLYMPUS\0")) {
			this.file.order(order(note + 8));
			olympus(note + 12, note, places);
		}
		else if (start.startsWith("OM SYSTEM\0")) {
			this.file.order(order(note + 12));
			olympus(note + 16, note, places);
		}
		else if (start.startsWith("OLYMP\0")) {
			olympus(note + 8, 0, places);
		}
	}

	/** A whole TIFF structure inside of the note. */
	private void nikon(long tiff, Places places) throws IOException {
		this.file.order(order(tiff));
		RawDirectory main = new RawDirectory(this.file, tiff + this.file.u32(tiff + 4), tiff);
		if (main.has(NIKON_PREVIEW_DIRECTORY)) {
			RawDirectory preview = new RawDirectory(this.file, tiff + main.number(NIKON_PREVIEW_DIRECTORY), tiff);
			add(preview, TiffPlaces.JPEG_OFFSET, TiffPlaces.JPEG_LENGTH, tiff, places);
		}
	}

	private void olympus(long at, long base, Places places) throws IOException {
		RawDirectory main = new RawDirectory(this.file, at, base);
		add(main, OLYMPUS_PREVIEW[0], OLYMPUS_PREVIEW[1], base, places);
		add(main, OLYMPUS_OLD_PREVIEW[0], OLYMPUS_OLD_PREVIEW[1], base, places);
		if (main.has(OLYMPUS_CAMERA_SETTINGS)) {
			// New cameras write an offset, old ones the directory as a block of bytes
			long settings = (main.type(OLYMPUS_CAMERA_SETTINGS) == UNDEFINED) ? main.block(OLYMPUS_CAMERA_SETTINGS)
					: base + main.number(OLYMPUS_CAMERA_SETTINGS);
			add(new RawDirectory(this.file, settings, base), OLYMPUS_SETTINGS_PREVIEW[0], OLYMPUS_SETTINGS_PREVIEW[1],
					base, places);
		}
	}

	private static void add(RawDirectory directory, int offset, int length, long base, Places places)
			throws IOException {
		if (directory.has(offset)) {
			places.add(base + directory.number(offset), directory.number(length));
		}
	}

	private ByteOrder order(long at) throws IOException {
		return switch (this.file.ascii(at, 2)) {
			case "II" -> ByteOrder.LITTLE_ENDIAN;
			case "MM" -> ByteOrder.BIG_ENDIAN;
			default -> this.order;
		};
	}

}
