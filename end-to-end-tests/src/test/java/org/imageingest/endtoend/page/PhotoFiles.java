package org.imageingest.endtoend.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.imageingest.testkit.pipeline.Photos;

/**
 * Photos as files, for a browser to choose.
 */
final class PhotoFiles {

	private PhotoFiles() {
	}

	/**
	 * Writes different photos {@code NAME-01.jpg} and so on.
	 * @param folder where to
	 * @param name what their names begin with
	 * @param count how many
	 * @return the files
	 */
	static List<Path> write(Path folder, String name, int count) throws IOException {
		return write(folder, name, count, 1200, 900);
	}

	static List<Path> write(Path folder, String name, int count, int width, int height) throws IOException {
		Files.createDirectories(folder);
		List<Path> files = new ArrayList<>();
		for (int i = 1; i <= count; i++) {
			files.add(Files.write(folder.resolve("%s-%02d.jpg".formatted(name, i)), Photos.jpeg(width, height)));
		}
		return files;
	}

}
