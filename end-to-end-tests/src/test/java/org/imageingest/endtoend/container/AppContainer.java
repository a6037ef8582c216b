package org.imageingest.endtoend.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

import org.imageingest.testkit.network.FreePort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What a container of an app would run, as a plain process: the image's start command in
 * the image's layout, under a user who may write nothing there, with the environment of
 * the compose file.
 */
final class AppContainer implements AutoCloseable {

	/** Of the user in the {@code Dockerfile}. */
	private static final String USER = "10001";

	private static final Duration START_LIMIT = Duration.ofMinutes(2);

	private static final long STOP_LIMIT_SECONDS = 60;

	private final Path folder;

	private final Map<String, String> environment;

	private final Path log;

	private final Process process;

	private AppContainer(Path folder, Map<String, String> environment, Path log, Process process) {
		this.folder = folder;
		this.environment = environment;
		this.log = log;
		this.process = process;
		// A test that is broken off closes nothing.
		Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
	}

	/**
	 * Starts it without waiting.
	 * @param folder what stands for {@code /app}
	 * @param variables those of the compose file
	 * @param arguments arguments of the start command
	 * @return the process
	 */
	static AppContainer start(Path folder, Map<String, String> variables, String... arguments) throws IOException {
		Path temporary = Files.createDirectories(folder.resolveSibling("tmp"));
		temporary.toFile().setWritable(true, false);
		Map<String, String> environment = new TreeMap<>(variables);
		environment.put("SERVER_PORT", Integer.toString(FreePort.find()));
		// It must not start without what it learnt; and all share the machine's own /tmp.
		environment.put("JAVA_OPTS", "-XX:AOTMode=on -Djava.io.tmpdir=" + temporary);
		List<String> command = new ArrayList<>();
		if ("root".equals(System.getProperty("user.name"))) {
			command.addAll(List.of("setpriv", "--reuid=" + USER, "--regid=" + USER, "--clear-groups"));
		}
		command.add(folder.resolve("start").toString());
		command.addAll(List.of(arguments));
		Path log = folder.resolveSibling("log");
		ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile())
			.redirectErrorStream(true)
			.redirectOutput(log.toFile());
		ImageFiles.environment(builder, environment);
		return new AppContainer(folder, environment, log, builder.start());
	}

	/**
	 * Waits until the image's health check succeeds.
	 * @return this
	 */
	AppContainer awaitHealthy() {
		await().atMost(START_LIMIT).pollInterval(Duration.ofSeconds(1)).until(() -> {
			assertThat(this.process.isAlive()).withFailMessage(this::log).isTrue();
			ProcessBuilder check = new ProcessBuilder(this.folder.resolve("check").toString()).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD);
			ImageFiles.environment(check, this.environment);
			return check.start().waitFor() == 0;
		});
		return this;
	}

	int port() {
		return Integer.parseInt(this.environment.get("SERVER_PORT"));
	}

	int awaitExit() throws InterruptedException {
		return this.process.waitFor();
	}

	String log() {
		try {
			return Files.readString(this.log);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Stops it as {@code docker stop} does, within the time that the compose file gives.
	 */
	@Override
	public void close() throws InterruptedException {
		this.process.destroy();
		assertThat(this.process.waitFor(STOP_LIMIT_SECONDS, TimeUnit.SECONDS)).withFailMessage(this::log).isTrue();
	}

}
