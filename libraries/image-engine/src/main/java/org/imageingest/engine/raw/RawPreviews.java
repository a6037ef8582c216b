package org.imageingest.engine.raw;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.imageingest.engine.ImageLimits;
import org.imageingest.engine.file.BoundedFile;
import org.imageingest.engine.file.MalformedFileException;
import org.imageingest.engine.format.ImageFormat;
import org.imageingest.engine.raw.Places.Place;

/**
 * Finds the pictures in a camera RAW that variants can be made of: JPEGs of 8 bits, not
 * lossless, of more than a thumbnail's size.
 */
public final class RawPreviews {

	private static final Comparator<EmbeddedPreview> LARGEST_FIRST = Comparator.comparingLong(EmbeddedPreview::pixels)
		.thenComparingLong(EmbeddedPreview::length)
		.reversed();

	private RawPreviews() {
	}

	/**
	 * Finds pictures by what the file tells of them. Whether they can be decoded is not
	 * known before it is tried.
	 * @param raw the file
	 * @param format its format, a RAW
	 * @param limits what is not decoded; pictures over them are passed over
	 * @return the largest first; empty if there are none
	 * @throws IOException if the file cannot be read
	 */
	public static List<EmbeddedPreview> find(Path raw, ImageFormat format, ImageLimits limits) throws IOException {
		List<EmbeddedPreview> previews = new ArrayList<>();
		try (BoundedFile file = new BoundedFile(raw)) {
			for (Place place : places(file, format).stream().toList()) {
				EmbeddedPreview preview = EmbeddedJpeg.examine(file, place, limits);
				if (preview != null) {
					previews.add(preview);
				}
			}
		}
		previews.sort(LARGEST_FIRST);
		return previews;
	}

	private static Places places(BoundedFile file, ImageFormat format) throws IOException {
		Places places = new Places(file.size());
		try {
			reader(format).read(file, places);
		}
		catch (MalformedFileException ex) {
			// What was found before is as good as ever
			return places;
		}
		return places;
	}

	private static PlaceReader reader(ImageFormat format) {
		return switch (format) {
			case CR2, NEF, ARW, DNG, ORF, RW2 -> new TiffPlaces(format);
			case CR3 -> new Cr3Places();
			case RAF -> new RafPlaces();
			default -> throw new IllegalArgumentException(format + " is no camera RAW");
		};
	}

}
