package org.imageingest.engine.metadata;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

import com.drew.metadata.Directory;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifThumbnailDirectory;
import com.drew.metadata.exif.GpsDirectory;
import com.drew.metadata.iptc.IptcDirectory;
import com.drew.metadata.photoshop.PhotoshopDirectory;
import com.drew.metadata.xmp.XmpDirectory;

/**
 * Finds out which groups of metadata a photo really carries.
 */
final class PresentGroups {

	private static final int CAMERA_OWNER_NAME = 0xA430;

	private static final int CAMERA_SERIAL_NUMBER = 0xC62F;

	private static final String MAKER_NOTES_PACKAGE = "makernotes";

	private PresentGroups() {
	}

	static Set<TagGroup> of(MetadataBlocks blocks, ExifTags tags, Descriptive descriptive) {
		Set<TagGroup> groups = EnumSet.noneOf(TagGroup.class);
		add(groups, TagGroup.GPS, tags.all(GpsDirectory.class).stream().anyMatch((gps) -> gps.getTagCount() > 0));
		add(groups, TagGroup.DEVICE_SERIAL,
				tags.has(ExifDirectoryBase.TAG_BODY_SERIAL_NUMBER, ExifDirectoryBase.TAG_LENS_SERIAL_NUMBER,
						CAMERA_SERIAL_NUMBER) || inMakerNotes(tags, (name) -> name.contains("serial")));
		add(groups, TagGroup.MAKER_NOTES,
				tags.has(ExifDirectoryBase.TAG_MAKERNOTE) || inMakerNotes(tags, (name) -> true));
		add(groups, TagGroup.CAMERA, tags.has(ExifDirectoryBase.TAG_MAKE, ExifDirectoryBase.TAG_MODEL));
		add(groups, TagGroup.TIMESTAMPS, tags.has(ExifDirectoryBase.TAG_DATETIME_ORIGINAL,
				ExifDirectoryBase.TAG_DATETIME_DIGITIZED, ExifDirectoryBase.TAG_DATETIME));
		add(groups, TagGroup.DESCRIPTIVE, descriptive.isPresent());
		add(groups, TagGroup.OWNER,
				tags.has(CAMERA_OWNER_NAME, ExifDirectoryBase.TAG_ARTIST, ExifDirectoryBase.TAG_WIN_AUTHOR)
						|| inMakerNotes(tags, (name) -> name.contains("owner")));
		add(groups, TagGroup.EMBEDDED_THUMBNAIL,
				tags.all(ExifThumbnailDirectory.class)
					.stream()
					.anyMatch((directory) -> directory.containsTag(ExifThumbnailDirectory.TAG_THUMBNAIL_OFFSET)));
		add(groups, TagGroup.XMP, blocks.xmp != null || blocks.furtherXmp || !tags.all(XmpDirectory.class).isEmpty());
		add(groups, TagGroup.IPTC, !blocks.photoshop.isEmpty() || !tags.all(PhotoshopDirectory.class).isEmpty()
				|| !tags.all(IptcDirectory.class).isEmpty());
		add(groups, TagGroup.COMMENT,
				blocks.comment || tags.has(ExifDirectoryBase.TAG_USER_COMMENT, ExifDirectoryBase.TAG_WIN_COMMENT));
		return groups;
	}

	private static void add(Set<TagGroup> groups, TagGroup group, boolean present) {
		if (present) {
			groups.add(group);
		}
	}

	private static boolean inMakerNotes(ExifTags tags, Predicate<String> tagName) {
		return tags.directories()
			.stream()
			.filter(PresentGroups::isMakerNotes)
			.flatMap((directory) -> directory.getTags().stream())
			.anyMatch((tag) -> tagName.test(tag.getTagName().toLowerCase(Locale.ROOT)));
	}

	private static boolean isMakerNotes(Directory directory) {
		return directory.getClass().getPackageName().endsWith(MAKER_NOTES_PACKAGE);
	}

}
