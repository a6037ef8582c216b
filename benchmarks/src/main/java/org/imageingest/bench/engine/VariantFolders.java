package org.imageingest.bench.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.imageingest.bench.file.TemporaryFolder;
import org.jspecify.annotations.Nullable;

/**
 * Where variants go: one folder for each run on a photo, since the same photo may be
 * worked on twice at a time.
 */
final class VariantFolders implements AutoCloseable {

	private final TemporaryFolder scratch = TemporaryFolder.create();

	private final Thread removal = new Thread(this.scratch::remove, "remove");

	private final @Nullable Path kept;

	VariantFolders(@Nullable Path kept) throws IOException {
		this.kept = kept;
		Runtime.getRuntime().addShutdownHook(this.removal);
	}

	/**
	 * Makes a folder for variants that nobody looks at.
	 * @return a new folder
	 * @throws IOException if it cannot be made
	 */
	Path passing() throws IOException {
		return Files.createTempDirectory(this.scratch.path(), "run-");
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
		if (folder.startsWith(this.scratch.path())) {
			TemporaryFolder.remove(folder);
		}
	}

	@Override
	public void close() {
		this.scratch.remove();
		try {
			Runtime.getRuntime().removeShutdownHook(this.removal);
		}
		catch (IllegalStateException ex) {
			// The program is being interrupted, and the hook does the same work.
		}
	}

}
