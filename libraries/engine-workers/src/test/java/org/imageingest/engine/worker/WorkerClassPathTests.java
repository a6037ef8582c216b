package org.imageingest.engine.worker;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class WorkerClassPathTests {

	private static final String LAUNCHER = "org.springframework.boot.loader.launch.PropertiesLauncher";

	@TempDir
	private Path directory;

	@Test
	void foldersAndJarsAreFoundFromAnotherWorkingDirectory() {
		WorkerClassPath classPath = WorkerClassPath.of("classes" + File.pathSeparator + "lib/engine.jar");
		assertThat(classPath.entries()).isEqualTo(
				Path.of("classes").toAbsolutePath() + File.pathSeparator + Path.of("lib/engine.jar").toAbsolutePath());
		assertThat(classPath.launcher()).isEmpty();
	}

	@Test
	void aJarThatNamesOthersNeedsNoLauncher() throws Exception {
		assertThat(WorkerClassPath.of(jar("org/imageingest/App.class")).launcher()).isEmpty();
	}

	@Test
	void aJarOfJarsIsStartedByItsLauncher() throws Exception {
		WorkerClassPath classPath = WorkerClassPath.of(jar(LAUNCHER.replace('.', '/') + ".class"));
		assertThat(classPath.launcher()).isEqualTo(LAUNCHER);
	}

	private String jar(String entry) throws IOException {
		Path file = this.directory.resolve("app.jar");
		try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file))) {
			jar.putNextEntry(new JarEntry(entry));
		}
		return file.toString();
	}

}
