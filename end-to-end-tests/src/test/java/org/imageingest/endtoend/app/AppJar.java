package org.imageingest.endtoend.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * The executable jars, as operators run them.
 */
public final class AppJar {

	private AppJar() {
	}

	/**
	 * Finds what the build of an app made.
	 * @param module name of the app's module, beside this one
	 * @return the jar
	 * @throws IllegalStateException if it was not built
	 */
	public static Path of(String module) {
		Path target = Path.of(System.getProperty("basedir", ""), "..", module, "target").toAbsolutePath().normalize();
		try (Stream<Path> files = Files.exists(target) ? Files.list(target) : Stream.empty()) {
			// Another version may have been built here before.
			return files.filter((file) -> file.getFileName().toString().matches(module + "-.*-exec\\.jar"))
				.max(Comparator.comparingLong((file) -> file.toFile().lastModified()))
				.orElseThrow(() -> new IllegalStateException("There is no %s-*-exec.jar in %s: ".formatted(module,
						target)
						+ "build it first, for example with ./mvnw verify -pl end-to-end-tests -am -DskipTests"));
		}
		catch (IOException ex) {
			throw new IllegalStateException(target + " cannot be read", ex);
		}
	}

}
