package org.imageingest.bench.photo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.imageingest.bench.report.BenchmarkFailedException;

/**
 * The JPEGs of a folder, in the order of their names.
 *
 * @param photos at least one
 */
public record PhotoFolder(List<Path> photos) {

	public PhotoFolder {
		photos = List.copyOf(photos);
	}

	/**
	 * Looks for {@code *.jpg} and {@code *.jpeg}, not in folders below.
	 * @param folder the folder
	 * @return its photos
	 * @throws BenchmarkFailedException if there is none
	 * @throws IOException if the folder cannot be read
	 */
	public static PhotoFolder of(Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			List<Path> photos = files.filter(PhotoFolder::isJpeg).sorted().toList();
			if (photos.isEmpty()) {
				throw new BenchmarkFailedException("There is no *.jpg or *.jpeg in " + folder);
			}
			return new PhotoFolder(photos);
		}
	}

	/**
	 * Returns the photos in turn, again and again.
	 * @param index from 0
	 * @return a photo
	 */
	public Path inTurn(int index) {
		return this.photos.get(index % this.photos.size());
	}

	private static boolean isJpeg(Path file) {
		String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
		return (name.endsWith(".jpg") || name.endsWith(".jpeg")) && Files.isRegularFile(file);
	}

}
