package org.imageingest.bench.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Where variants go: one folder for each run on a photo, since the same photo may be
 * worked on twice at a time.
 */
final class VariantFolders implements AutoCloseable {

	private final Path scratch;

	private final @Nullable Path kept;

	VariantFolders(@Nullable Path kept) throws IOException {
		this.scratch = Files.createTempDirectory("image-ingest-bench-");
		this.kept = kept;
	}

	/**
	 * Makes a folder for variants that nobody looks at.
	 * @return a new folder
	 * @throws IOException if it cannot be made
	 */
	Path passing() throws IOException {
		return Files.createTempDirectory(this.scratch, "run-");
	}

	/**
	 * Makes a folder for the variants of a photo.
	 * @param photo the photo
	 * @return its folder where variants are kept, else one that passes
	 * @throws IOException if it cannot be made
	 */
	Path lasting(Path photo) throws IOException {
		return (this.kept != null) ? Files.createDirectories(this.kept.resolve(photo.getFileName().toString()))
				: passing();
	}

	/**
	 * Removes a folder, unless it lasts.
	 * @param folder the folder
	 * @throws IOException if that does not work
	 */
	void release(Path folder) throws IOException {
		if (folder.startsWith(this.scratch)) {
			delete(folder);
		}
	}

	@Override
	public void close() {
		try {
			delete(this.scratch);
		}
		catch (IOException | UncheckedIOException ex) {
			System.err.println("Left behind: " + this.scratch + " (" + ex.getMessage() + ")");
		}
	}

	private static void delete(Path folder) throws IOException {
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
