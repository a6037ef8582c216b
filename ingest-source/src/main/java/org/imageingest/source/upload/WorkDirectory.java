package org.imageingest.source.upload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.imageingest.source.IngestProperties;

import org.springframework.stereotype.Component;

/**
 * Where uploads lie until they are staged. What a killed process left is removed at
 * start.
 */
@Component
class WorkDirectory {

	private static final String PREFIX = "upload-";

	private final Path directory;

	WorkDirectory(IngestProperties properties) throws IOException {
		Path configured = properties.workDirectory();
		this.directory = Files.createDirectories((configured != null) ? configured
				: Path.of(System.getProperty("java.io.tmpdir"), "image-ingest", "ingest-source"));
		try (Stream<Path> files = Files.list(this.directory)) {
			for (Path file : (Iterable<Path>) files::iterator) {
				if (String.valueOf(file.getFileName()).startsWith(PREFIX)) {
					Files.deleteIfExists(file);
				}
			}
		}
	}

	Path newFile() throws IOException {
		return Files.createTempFile(this.directory, PREFIX, null);
	}

}
