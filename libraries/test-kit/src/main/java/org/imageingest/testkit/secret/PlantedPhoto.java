package org.imageingest.testkit.secret;

import java.util.ArrayList;
import java.util.List;
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
	 * Makes one photo of each format that can be made without a library.
	 * @return JPEG, PNG, WebP, TIFF, DNG, GIF and BMP
	 */
	public static List<PlantedPhoto> all() {
		List<PlantedPhoto> photos = new ArrayList<>();
		photos.add(new PlantedPhoto("jpeg", PlantedJpeg.file(), withExif("xmp", "iptc")));
		photos.add(new PlantedPhoto("png", PlantedChunks.png(), withExif("xmp")));
		photos.add(new PlantedPhoto("webp", PlantedChunks.webp(), withExif("xmp")));
		photos.add(new PlantedPhoto("tiff", PlantedTiff.tiff(), withExif("xmp", "iptc")));
		photos.add(new PlantedPhoto("dng", PlantedTiff.dng(), withExif("xmp", "iptc")));
		photos.add(new PlantedPhoto("gif", PlantedTexts.gif(), Set.of("comment", "xmp")));
		photos.add(new PlantedPhoto("bmp", PlantedTexts.bmp(), Set.of()));
		return photos;
	}

	/**
	 * Plants secrets in a HEIC or AVIF.
	 * @param name name of the format
	 * @param picture a file whose items lie in one part each
	 * @return the photo
	 */
	public static PlantedPhoto heif(String name, byte[] picture) {
		return new PlantedPhoto(name, SecretHeif.plant(picture), withExif("xmp"));
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
