package org.imageingest.testkit.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A program of this machine.
 */
public final class Program {

	private Program() {
	}

	/**
	 * Looks for a program on the {@code PATH}.
	 * @param name its name
	 * @return where it lies; nothing if it is not installed
	 */
	public static Optional<Path> find(String name) {
		return Stream.of(System.getenv("PATH").split(File.pathSeparator))
			.map((folder) -> Path.of(folder, name))
			.filter(Files::isExecutable)
			.findFirst();
	}

}
