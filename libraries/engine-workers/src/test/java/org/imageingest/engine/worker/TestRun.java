package org.imageingest.engine.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.imageingest.engine.EngineChoice;
import org.imageingest.engine.EngineRequest;
import org.imageingest.engine.EngineResult;
import org.imageingest.engine.ImageEngine;
import org.imageingest.engine.ImageLimits;
import org.imageingest.engine.MetadataPolicy;
import org.imageingest.model.recipe.Recipe;
import org.imageingest.testkit.TestJpeg;
import org.imageingest.workspace.Workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A pool with engines that have faults, its photos and its files. Closing looks whether
 * anything is left.
 */
final class TestRun implements AutoCloseable {

	static final long MEMORY = 768L << 20;

	private final Path root;

	private final Workspace workspace;

	private final WorkerPool pool;

	private int requests;

	TestRun(Path root, int workers, Duration timeLimit) throws Exception {
		this(root, FaultyWorker.class, new WorkerOptions(EngineChoice.PORTABLE, workers, MEMORY, 1000, timeLimit));
	}

	TestRun(Path root, Class<?> program, WorkerOptions options) throws Exception {
		this.root = root;
		this.workspace = Workspace.open(root.resolve("work"));
		this.pool = new WorkerPool(program, options, this.workspace);
		this.pool.awaitReady();
	}

	WorkerPool pool() {
		return this.pool;
	}

	EngineResult process(String photo) throws IOException {
		return process(this.pool, photo);
	}

	EngineResult process(ImageEngine engine, String photo) throws IOException {
		return engine.process(request(photo));
	}

	/** Makes a request for a small JPEG of this name. */
	EngineRequest request(String photo) throws IOException {
		Path folder = newFolder();
		Path source = folder.resolve(photo);
		Files.write(source, TestJpeg.jpeg(600, 400).toBytes());
		return request(source, Files.createDirectory(folder.resolve("out")));
	}

	static EngineRequest request(Path source, Path output) {
		return new EngineRequest(source, Recipe.standard(), MetadataPolicy.standard(), ImageLimits.standard(), output);
	}

	private synchronized Path newFolder() throws IOException {
		return Files.createDirectories(this.root.resolve("photos").resolve(Integer.toString(this.requests++)));
	}

	/** Waits until there are as many workers as there should be. */
	void awaitAllAlive() {
		await().atMost(Duration.ofSeconds(30))
			.until(() -> this.pool.state().alive() == this.pool.state().workers() && this.pool.state().busy() == 0);
	}

	/** Which processes had a photo, in order. */
	static List<Long> pids(EngineRequest request) throws IOException {
		return notes(request).stream().map((note) -> Long.valueOf(note.split(" ")[0])).toList();
	}

	/** With how many threads a photo was worked on, each time. */
	static List<Integer> threads(EngineRequest request) throws IOException {
		return notes(request).stream().map((note) -> Integer.valueOf(note.split(" ")[1])).toList();
	}

	private static List<String> notes(EngineRequest request) throws IOException {
		Path file = FaultyEngine.pids(request.source());
		return Files.exists(file) ? Files.readAllLines(file) : List.of();
	}

	static long children() {
		return ProcessHandle.current().children().filter(ProcessHandle::isAlive).count();
	}

	@Override
	public void close() throws IOException {
		this.pool.close();
		try (Stream<Path> left = Files.list(this.root.resolve("work")).filter(Files::isDirectory)) {
			assertThat(left.flatMap(TestRun::list)).as("folders of workers").isEmpty();
		}
		this.workspace.close();
		await().atMost(Duration.ofSeconds(10)).until(() -> children() == 0);
	}

	private static Stream<Path> list(Path directory) {
		try (Stream<Path> files = Files.list(directory)) {
			return files.toList().stream();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
