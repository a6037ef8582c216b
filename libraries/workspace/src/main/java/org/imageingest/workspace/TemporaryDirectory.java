package org.imageingest.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.springframework.util.FileSystemUtils;

/**
 * A folder of temporary files; gone when it is closed.
 */
public final class TemporaryDirectory implements AutoCloseable {

	private final Path path;

	TemporaryDirectory(Path path) {
		this.path = path;
	}

	/**
	 * Names a file of this folder, which is not made by this.
	 * @param name file name
	 * @return its path
	 */
	public Path resolve(String name) {
		return this.path.resolve(name);
	}

	/**
	 * Makes a folder in this folder.
	 * @param name its name
	 * @return its path
	 * @throws IOException if the disk refuses
	 */
	public Path create(String name) throws IOException {
		return Files.createDirectory(resolve(name));
	}

	@Override
	public void close() throws IOException {
		FileSystemUtils.deleteRecursively(this.path);
	}

}
