package org.imageingest.engine.worker;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a worker finds its classes: where the service found its own.
 *
 * @param entries absolute paths, as the JVM takes them
 * @param launcher class that starts the program out of a jar of jars; empty if the JVM
 * can do that by itself
 */
record WorkerClassPath(String entries, String launcher) {

	/** Takes its program from the property {@code loader.main}. */
	private static final String LAUNCHER = "org.springframework.boot.loader.launch.PropertiesLauncher";

	static WorkerClassPath ofThisProcess() {
		return of(System.getProperty("java.class.path"));
	}

	/**
	 * Makes a class path of that of another process.
	 * @param classPath its class path, perhaps relative to its working directory
	 * @return the class path
	 * @throws IllegalStateException if a jar cannot be read
	 */
	static WorkerClassPath of(String classPath) {
		List<Path> entries = Stream.of(classPath.split(File.pathSeparator))
			.filter((entry) -> !entry.isEmpty())
			.map((entry) -> Path.of(entry).toAbsolutePath())
			.toList();
		boolean nested = entries.size() == 1 && isJarOfJars(entries.getFirst());
		return new WorkerClassPath(entries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
				nested ? LAUNCHER : "");
	}

	private static boolean isJarOfJars(Path file) {
		if (!Files.isRegularFile(file)) {
			return false;
		}
		try (JarFile jar = new JarFile(file.toFile())) {
			return jar.getEntry(LAUNCHER.replace('.', '/') + ".class") != null;
		}
		catch (IOException ex) {
			throw new IllegalStateException(file + " of the class path cannot be read", ex);
		}
	}

}
