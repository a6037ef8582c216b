package org.imageingest.engine.worker;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a lost worker left in the output directory.
 */
final class OutputFiles {

	private OutputFiles() {
	}

	/**
	 * Empties the directory, which holds files only.
	 * @param directory the directory
	 * @throws IOException if something cannot be removed
	 */
	static void removeFrom(Path directory) throws IOException {
		try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
			for (Path file : files) {
				Files.delete(file);
			}
		}
	}

}
