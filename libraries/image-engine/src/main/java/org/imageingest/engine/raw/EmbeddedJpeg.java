package org.imageingest.engine.raw;

import java.io.IOException;
import java.nio.ByteOrder;

import org.imageingest.engine.ImageLimits;
import org.imageingest.engine.file.BoundedFile;
import org.imageingest.engine.file.MalformedFileException;
import org.imageingest.engine.header.JpegScans;
import org.imageingest.engine.raw.Places.Place;
import org.jspecify.annotations.Nullable;

/**
 * Looks at what stands at a place: whether it is a JPEG that shows the photo. The raw
 * picture itself is often a JPEG too, a lossless one. Only the JPEG's own frame header is
 * believed about its size.
 */
final class EmbeddedJpeg {

	/** What cameras show on their own display is 160 pixels wide: that is no preview. */
	private static final int THUMBNAIL_SIDE = 160;

	private static final int QUANTIZATION_TABLES = 0xDB;

	private static final int START_OF_SCAN = 0xDA;

	private static final int FIRST_FRAME = 0xC0;

	private static final int PROGRESSIVE_FRAME = 0xC2;

	private static final int MAX_SEGMENTS = 1024;

	private final BoundedFile file;

	private final Place place;

	private final long end;

	private boolean tables;

	private @Nullable EmbeddedPreview frame;

	private EmbeddedJpeg(BoundedFile file, Place place) {
		this.file = file;
		this.place = place;
		this.end = place.offset() + place.length();
	}

	static boolean startsAt(BoundedFile file, long at) throws IOException {
		return file.u8(at) == 0xFF && file.u8(at + 1) == 0xD8 && file.u8(at + 2) == 0xFF;
	}

	/**
	 * Examines a place.
	 * @param file the RAW
	 * @param place a place inside of it
	 * @param limits what is not decoded
	 * @return null if variants cannot be made of what is there
	 * @throws IOException if the file cannot be read
	 */
	static @Nullable EmbeddedPreview examine(BoundedFile file, Place place, ImageLimits limits) throws IOException {
		file.order(ByteOrder.BIG_ENDIAN);
		try {
			EmbeddedPreview preview = startsAt(file, place.offset()) ? new EmbeddedJpeg(file, place).walk() : null;
			return (preview != null && isWithin(file, preview, limits)) ? preview : null;
		}
		catch (MalformedFileException ex) {
			// There are other places
			return null;
		}
	}

	private static boolean isWithin(BoundedFile file, EmbeddedPreview preview, ImageLimits limits) throws IOException {
		return preview.longSide() > THUMBNAIL_SIDE && preview.pixels() <= limits.maxPixels()
				&& preview.longSide() <= limits.maxSide() && JpegScans.count(file, preview.offset(),
						preview.offset() + preview.length(), limits.maxScans()) <= limits.maxScans();
	}

	/** Walks over the segments up to the first scan (ITU-T T.81, B.2). */
	private @Nullable EmbeddedPreview walk() throws IOException {
		long at = this.place.offset() + 2;
		for (int i = 0; i < MAX_SEGMENTS && at + 4 <= this.end; i++) {
			while (this.file.u8(at) == 0xFF && this.file.u8(at + 1) == 0xFF) {
				at++;
			}
			int marker = this.file.u8(at + 1);
			int length = this.file.u16(at + 2);
			if (this.file.u8(at) != 0xFF || marker < FIRST_FRAME || (marker >= 0xD0 && marker <= 0xD9) || length < 2) {
				return null;
			}
			if (marker == START_OF_SCAN) {
				return (this.tables && at + 2 + length < this.end) ? this.frame : null;
			}
			if (!segment(marker, at)) {
				return null;
			}
			at += 2 + length;
		}
		return null;
	}

	/** Returns false where the JPEG is of another kind. */
	private boolean segment(int marker, long at) throws IOException {
		if (marker == QUANTIZATION_TABLES) {
			this.tables = true;
		}
		boolean frameHeader = marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
		if (!frameHeader) {
			return true;
		}
		int precision = this.file.u8(at + 4);
		int components = this.file.u8(at + 9);
		this.frame = new EmbeddedPreview(this.place.offset(), this.place.length(), this.file.u16(at + 7),
				this.file.u16(at + 5), this.place.adobeRgb());
		return marker <= PROGRESSIVE_FRAME && precision == Byte.SIZE && (components == 1 || components == 3)
				&& this.frame.pixels() > 0;
	}

}
