package org.imageingest.bulk.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.imageingest.testkit.process.JavaCommand;
import org.imageingest.testkit.process.JavaProcess;
import org.imageingest.testkit.store.S3ServerProcess;
import org.imageingest.testkit.store.S3TestServer;

/**
 * The executable jar, as it is started in earnest.
 *
 * @param settings settings of the application
 */
record BulkProcess(List<String> settings) {

	private static final AtomicInteger STARTS = new AtomicInteger();

	/**
	 * Prepares processes that share a store and a database file.
	 * @param s3 the store
	 * @param folder for everything else
	 * @return to be launched any number of times
	 */
	static BulkProcess on(S3ServerProcess s3, Path folder) {
		return new BulkProcess(List.of("--store.endpoint=" + s3.endpoint(), "--store.bucket=" + s3.bucket(),
				"--store.access-key=" + S3TestServer.ACCESS_KEY, "--store.secret-key=" + S3TestServer.SECRET_KEY,
				"--ingest.identity-key=" + "01".repeat(32),
				"--spring.datasource.url=jdbc:h2:file:" + folder.resolve("bulk") + ";WRITE_DELAY=0",
				"--bulk.report-directory=" + folder.resolve("reports"),
				"--image.work-directory=" + folder.resolve("work"), "--image.engine=portable", "--image.workers=1",
				"--bulk.chunk-size=5", "--bulk.lease.duration=4s", "--bulk.lease.renewal=1s"));
	}

	/**
	 * Prepares processes on a data folder.
	 * @param data the folder
	 * @return to be launched any number of times
	 */
	static BulkProcess onData(Path data) {
		return new BulkProcess(List.of("--data=" + data, "--image.engine=portable", "--image.workers=1",
				"--bulk.chunk-size=5", "--bulk.lease.duration=4s", "--bulk.lease.renewal=1s"));
	}

	/**
	 * Starts a process.
	 * @param words the command; settings in it win
	 * @return the process
	 */
	JavaProcess launch(String... words) throws IOException {
		List<String> arguments = new ArrayList<>(List.of(words));
		this.settings.stream()
			.filter((setting) -> arguments.stream()
				.noneMatch((word) -> word.startsWith(setting.substring(0, setting.indexOf('=') + 1))))
			.forEach(arguments::add);
		return JavaCommand.jar(jar())
			.options("-Xmx512m", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED")
			.arguments(arguments)
			.startWithOutputApart("bulk-jobs-" + STARTS.incrementAndGet());
	}

	private static Path jar() throws IOException {
		try (Stream<Path> files = Files.list(Path.of("target"))) {
			return files.filter((file) -> file.getFileName().toString().matches("bulk-jobs-.*-exec\\.jar"))
				.max(Comparator.comparingLong((file) -> file.toFile().lastModified()))
				.orElseThrow(() -> new IllegalStateException("target has no bulk-jobs-*-exec.jar: package it first"));
		}
	}

}
