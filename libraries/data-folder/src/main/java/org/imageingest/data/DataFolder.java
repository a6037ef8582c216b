package org.imageingest.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A data folder that is there and can be written, whether or not somebody holds it.
 *
 * @param root its absolute path
 */
public record DataFolder(Path root) {

	/**
	 * Makes the folder if it is absent.
	 * @param path the folder
	 * @return the folder
	 * @throws StartException if it cannot be made or written
	 */
	public static DataFolder at(Path path) {
		Path root = path.toAbsolutePath().normalize();
		try {
			// Originals, which know where they were taken, are nobody else's business.
			PrivateFiles.makeFolder(root);
		}
		catch (IOException ex) {
			throw new StartException("The data folder %s cannot be made: %s".formatted(root, ex), ex);
		}
		if (!Files.isWritable(root)) {
			throw new StartException("The data folder %s cannot be written.".formatted(root));
		}
		return new DataFolder(root);
	}

	/**
	 * Reads what runs on the folder.
	 * @return nothing if nothing does; what was killed is told all the same
	 */
	public Optional<RuntimeInfo> running() {
		return new RuntimeFile(path("runtime.json")).read();
	}

	Path path(String name, String... more) {
		return this.root.resolve(Path.of(name, more));
	}

}
