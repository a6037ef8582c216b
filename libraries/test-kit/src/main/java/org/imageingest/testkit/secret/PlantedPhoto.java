package org.imageingest.testkit.secret;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * A photo full of secrets.
 *
 * @param name name of its format, and what is special about it
 * @param file its bytes
 * @param groups groups of tags in it, as clients are told of them
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record PlantedPhoto(String name, byte[] file, Set<String> groups) {

	private static final Set<String> OF_EXIF = Set.of("gps", "device-serial", "maker-notes", "camera", "timestamps",
			"descriptive", "owner", "embedded-thumbnail", "comment");

	/**
	 * Makes one photo of each format. HEIC and AVIF are made from the samples of the
	 * engine, which has to be on the class path.
	 * @return JPEG, PNG, WebP, TIFF, DNG, GIF, BMP, HEIC and AVIF
	 */
	public static List<PlantedPhoto> all() {
		List<PlantedPhoto> photos = new ArrayList<>();
		photos.add(jpeg());
		photos.add(new PlantedPhoto("png", PlantedChunks.png(), withExif("xmp")));
		photos.add(new PlantedPhoto("webp", PlantedChunks.webp(), withExif("xmp")));
		photos.add(new PlantedPhoto("tiff", PlantedTiff.tiff(), withExif("xmp", "iptc")));
		photos.add(new PlantedPhoto("dng", PlantedTiff.dng(), withExif("xmp", "iptc")));
		photos.add(new PlantedPhoto("gif", PlantedTexts.gif(), Set.of("comment", "xmp")));
		photos.add(new PlantedPhoto("bmp", PlantedTexts.bmp(), Set.of()));
		photos.add(heif("heic"));
		photos.add(heif("avif"));
		return photos;
	}

	public static PlantedPhoto jpeg() {
		return new PlantedPhoto("jpeg", PlantedJpeg.file(), withExif("xmp", "iptc"));
	}

	/**
	 * Makes a HEIC or an AVIF.
	 * @param format {@code heic} or {@code avif}
	 * @return the photo
	 */
	public static PlantedPhoto heif(String format) {
		try (InputStream sample = PlantedPhoto.class
			.getResourceAsStream("/org/imageingest/engine/samples/sample." + format)) {
			byte[] picture = Objects.requireNonNull(sample, "The engine is not on the class path").readAllBytes();
			return new PlantedPhoto(format, SecretHeif.plant(picture), withExif("xmp"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Set<String> withExif(String... more) {
		Set<String> groups = new TreeSet<>(OF_EXIF);
		groups.addAll(Set.of(more));
		return groups;
	}

	@Override
	public String toString() {
		return this.name;
	}

}
