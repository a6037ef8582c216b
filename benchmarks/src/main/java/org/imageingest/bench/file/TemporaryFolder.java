package org.imageingest.bench.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A fresh folder among the system's temporary files, and how folders are removed.
 */
public final class TemporaryFolder {

	private static final int TRIES = 3;

	private final Path path;

	private TemporaryFolder(Path path) {
		this.path = path;
	}

	public static TemporaryFolder create() throws IOException {
		return new TemporaryFolder(Files.createTempDirectory("image-ingest-bench-"));
	}

	public Path path() {
		return this.path;
	}

	/**
	 * Removes the folder with everything in it. What cannot be removed is told, not
	 * thrown: the figures are worth more.
	 */
	public void remove() {
		for (int attempt = 1;; attempt++) {
			try {
				remove(this.path);
				return;
			}
			catch (IOException | UncheckedIOException ex) {
				// Somebody may have been writing still.
				if (attempt == TRIES) {
					System.err.println("Left behind: " + this.path + " (" + ex + ")");
					return;
				}
			}
		}
	}

	/**
	 * Removes a folder with everything in it.
	 * @param folder the folder; it may be gone
	 * @throws IOException if that does not work
	 */
	public static void remove(Path folder) throws IOException {
		if (!Files.exists(folder)) {
			return;
		}
		try (Stream<Path> files = Files.walk(folder)) {
			for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.deleteIfExists(file);
			}
		}
	}

}
