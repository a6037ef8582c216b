package org.imageingest.engine.metadata;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifThumbnailDirectory;
import com.drew.metadata.exif.GpsDirectory;
import org.jspecify.annotations.Nullable;

/**
 * Looks tags up in whichever EXIF directory holds them. Writers put tags in the wrong
 * directory often enough, and CR3 has a block for each.
 */
final class ExifTags {

	private final List<Directory> directories;

	private final List<ExifDirectoryBase> main;

	ExifTags(Metadata metadata) {
		List<Directory> found = new ArrayList<>();
		metadata.getDirectories().forEach(found::add);
		this.directories = List.copyOf(found);
		this.main = this.directories.stream()
			.filter(ExifDirectoryBase.class::isInstance)
			.map(ExifDirectoryBase.class::cast)
			.filter((directory) -> !(directory instanceof ExifThumbnailDirectory)
					&& !(directory instanceof GpsDirectory))
			.toList();
	}

	/**
	 * Returns the first text of a tag.
	 * @param tag number of the tag
	 * @return as in the file, or null
	 */
	@Nullable String text(int tag) {
		return this.main.stream()
			.map((directory) -> directory.getString(tag))
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(null);
	}

	/**
	 * Returns the first number of a tag.
	 * @param tag number of the tag
	 * @return the number, or null
	 */
	@Nullable Integer number(int tag) {
		return this.main.stream()
			.map((directory) -> directory.getInteger(tag))
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(null);
	}

	boolean has(int... tags) {
		for (int tag : tags) {
			if (this.main.stream().anyMatch((directory) -> directory.containsTag(tag))) {
				return true;
			}
		}
		return false;
	}

	<T extends Directory> List<T> all(Class<T> type) {
		return this.directories.stream().filter(type::isInstance).map(type::cast).toList();
	}

	/**
	 * Returns every directory, those of maker notes included.
	 * @return in the order of the file
	 */
	List<Directory> directories() {
		return this.directories;
	}

}
