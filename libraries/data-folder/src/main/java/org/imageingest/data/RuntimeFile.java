package org.imageingest.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The file by which a running standalone is found.
 *
 * @param path the file
 */
record RuntimeFile(Path path) {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	void write(RuntimeInfo info) {
		try {
			PrivateFiles.replace(this.path, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(info) + "\n");
		}
		catch (IOException ex) {
			throw new StartException("%s cannot be written: %s".formatted(this.path, ex), ex);
		}
	}

	/**
	 * Reads the file.
	 * @return nothing if it is absent or was left half-written by another program
	 */
	Optional<RuntimeInfo> read() {
		try {
			return Files.exists(this.path) ? Optional.of(JSON.readValue(Files.readString(this.path), RuntimeInfo.class))
					: Optional.empty();
		}
		catch (IOException | JacksonException ex) {
			// Only used to name the holder in a message, which is given without it too.
			return Optional.empty();
		}
	}

}
