package org.imageingest.engine.metadata;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifInteropDirectory;
import com.drew.metadata.exif.PanasonicRawIFD0Directory;
import org.imageingest.engine.MetadataPolicy;
import org.imageingest.engine.file.BoundedFile;
import org.imageingest.engine.file.MalformedFileException;
import org.imageingest.engine.format.ImageFormat;
import org.imageingest.engine.header.ImageHeader;
import org.imageingest.model.storage.GpsPosition;
import org.imageingest.model.storage.ImageMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Reads what may be kept of a photo's metadata. Broken metadata never fails a photo.
 */
public final class MetadataReader {

	private static final String ADOBE_RGB_INTEROP = "R03";

	private static final Set<TagGroup> LOCATION_TELLING = EnumSet.of(TagGroup.GPS, TagGroup.XMP, TagGroup.IPTC,
			TagGroup.MAKER_NOTES, TagGroup.EMBEDDED_THUMBNAIL, TagGroup.COMMENT);

	private MetadataReader() {
	}

	/**
	 * Reads the metadata of a file.
	 * @param file the file
	 * @param header its header, as {@link org.imageingest.engine.header.HeaderProbe} told
	 * @param policy what may be kept
	 * @return what is kept, and the names of what is not
	 * @throws IOException if the file cannot be read
	 */
	public static PhotoMetadata read(Path file, ImageHeader header, MetadataPolicy policy) throws IOException {
		TagReader reader = new TagReader();
		MetadataBlocks blocks = blocks(file, header.format(), reader);
		if (isTiffBased(header.format())) {
			reader.tiff(file);
		}
		blocks.exif.forEach(reader::exif);
		blocks.photoshop.forEach(reader::photoshop);
		if (blocks.xmp != null) {
			reader.xmp(blocks.xmp);
		}
		ExifTags tags = reader.tags();
		Descriptive descriptive = Descriptive.of(tags);
		Set<TagGroup> present = PresentGroups.of(blocks, tags, descriptive);
		Set<TagGroup> removed = removed(present, policy);
		boolean damaged = reader.isDamaged() || blocks.blockTooLarge;
		ImageMetadata kept = kept(header, blocks, tags, descriptive, policy);
		return new PhotoMetadata(kept, removed.stream().map(TagGroup::code).toList(), colour(blocks, tags),
				orientationTag(tags), damaged, blocks.profileTooLarge,
				damaged || blocks.unsearched || mayTellLocation(header.format(), present));
	}

	/**
	 * TIFF and RAW have room for private data that nobody knows, and of a GIF only the
	 * start is read. A maker's notes, comments and a picture inside of EXIF may tell more
	 * than is known of them.
	 */
	private static boolean mayTellLocation(ImageFormat format, Set<TagGroup> present) {
		return switch (format) {
			case TIFF, GIF, CR2, CR3, NEF, ARW, DNG, ORF, RW2, RAF -> true;
			case JPEG, PNG, WEBP, HEIC, AVIF, BMP -> !Collections.disjoint(present, LOCATION_TELLING);
		};
	}

	private static MetadataBlocks blocks(Path file, ImageFormat format, TagReader reader) throws IOException {
		MetadataBlocks blocks = new MetadataBlocks();
		BlockReader container = switch (format) {
			case JPEG -> new JpegBlocks();
			case PNG -> new PngBlocks();
			case WEBP -> new WebpBlocks();
			case GIF -> new GifBlocks();
			case HEIC, AVIF, CR3 -> new IsoMediaBlocks();
			case RAF -> new RafBlocks();
			case RW2 -> new Rw2Blocks();
			case BMP -> new BmpBlocks();
			case TIFF, CR2, NEF, ARW, DNG, ORF -> (bytes, found) -> {
			};
		};
		try (BoundedFile bytes = new BoundedFile(file)) {
			container.read(bytes, blocks);
		}
		catch (MalformedFileException ex) {
			reader.damaged(ex);
		}
		return blocks;
	}

	private static boolean isTiffBased(ImageFormat format) {
		return switch (format) {
			case TIFF, CR2, NEF, ARW, DNG, ORF, RW2 -> true;
			default -> false;
		};
	}

	private static ImageMetadata kept(ImageHeader header, MetadataBlocks blocks, ExifTags tags, Descriptive descriptive,
			MetadataPolicy policy) {
		Integer tag = orientationTag(tags);
		int orientation = (tag != null) ? tag : 1;
		boolean quarterTurn = blocks.orientedByContainer ? blocks.quarterTurn : orientation >= 5;
		int lyingWidth = shown(header.storedWidth(), blocks.pictureWidth);
		int lyingHeight = shown(header.storedHeight(), blocks.pictureHeight);
		int width = quarterTurn ? lyingHeight : lyingWidth;
		int height = quarterTurn ? lyingWidth : lyingHeight;
		CaptureDate date = policy.preserveTimestamps() ? CaptureDate.of(tags) : null;
		boolean camera = policy.preserveCameraInfo();
		GpsPosition gps = policy.preserveGps() ? Position.of(tags) : null;
		Descriptive texts = policy.preserveDescriptive() ? descriptive : Descriptive.NONE;
		return new ImageMetadata(width, height, header.storedWidth(), header.storedHeight(), orientation,
				blocks.animated ? true : null, (date != null) ? date.text() : null,
				(date != null && date.local()) ? true : null,
				camera ? KeptText.of(tags.text(ExifDirectoryBase.TAG_MAKE)) : null,
				camera ? KeptText.of(tags.text(ExifDirectoryBase.TAG_MODEL)) : null, gps,
				policy.preserveDeviceSerial() ? serial(tags) : null, texts.title(), texts.caption(), texts.keywords(),
				texts.copyright());
	}

	private static int shown(int stored, long shown) {
		return (shown > 0 && shown < stored) ? (int) shown : stored;
	}

	private static @Nullable Integer orientationTag(ExifTags tags) {
		Integer orientation = tags.all(PanasonicRawIFD0Directory.class)
			.stream()
			.map((directory) -> directory.getInteger(PanasonicRawIFD0Directory.TagOrientation))
			.filter(Objects::nonNull)
			.findFirst()
			.orElseGet(() -> tags.number(ExifDirectoryBase.TAG_ORIENTATION));
		return (orientation != null && orientation >= 1 && orientation <= 8) ? orientation : null;
	}

	private static @Nullable String serial(ExifTags tags) {
		return KeptText.of(tags.text(ExifDirectoryBase.TAG_BODY_SERIAL_NUMBER));
	}

	private static Set<TagGroup> removed(Set<TagGroup> present, MetadataPolicy policy) {
		Set<TagGroup> removed = EnumSet.copyOf(present);
		keep(removed, TagGroup.GPS, policy.preserveGps());
		keep(removed, TagGroup.DEVICE_SERIAL, policy.preserveDeviceSerial());
		keep(removed, TagGroup.CAMERA, policy.preserveCameraInfo());
		keep(removed, TagGroup.TIMESTAMPS, policy.preserveTimestamps());
		keep(removed, TagGroup.DESCRIPTIVE, policy.preserveDescriptive());
		return removed;
	}

	private static void keep(Set<TagGroup> removed, TagGroup group, boolean kept) {
		if (kept) {
			removed.remove(group);
		}
	}

	private static ColourTags colour(MetadataBlocks blocks, ExifTags tags) {
		boolean adobeRgb = tags.all(ExifInteropDirectory.class)
			.stream()
			.map((directory) -> directory.getString(ExifInteropDirectory.TAG_INTEROP_INDEX))
			.anyMatch((index) -> index != null && index.startsWith(ADOBE_RGB_INTEROP));
		return new ColourTags(blocks.iccProfile, blocks.codePoints, blocks.gamma, blocks.chromaticities, adobeRgb);
	}

}
