package org.imageingest.processor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.springframework.util.FileSystemUtils;

/**
 * The temporary files of one run; gone when it is closed.
 */
final class RunDirectory implements AutoCloseable {

	private final Path path;

	RunDirectory(Path path) throws IOException {
		this.path = Files.createDirectory(path);
	}

	Path resolve(String name) {
		return this.path.resolve(name);
	}

	Path create(String name) throws IOException {
		return Files.createDirectory(resolve(name));
	}

	@Override
	public void close() throws IOException {
		FileSystemUtils.deleteRecursively(this.path);
	}

}
