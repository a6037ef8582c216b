package org.imageingest.endtoend.app;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.imageingest.testkit.crash.CrashPoint;
import org.imageingest.testkit.crash.CrashSwitch;
import org.imageingest.testkit.network.FreePort;
import org.imageingest.testkit.process.JavaCommand;
import org.imageingest.testkit.process.JavaProcess;

/**
 * One instance of an app. It can be killed and started again, and is then found at the
 * same address.
 */
public final class AppProcess implements AutoCloseable {

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private static final int OK = 200;

	private final String name;

	private final Path jar;

	private final String heap;

	private final Map<String, String> properties;

	private final CrashSwitch crash;

	private final int port = FreePort.find();

	private int starts;

	private JavaProcess process;

	/**
	 * Starts an instance without waiting for it.
	 * @param name names the instance and its logs
	 * @param module the app's module
	 * @param heap largest heap, as the JVM takes it
	 * @param properties settings of the app
	 * @param crash tells it where to die
	 * @throws IOException if the process cannot be started
	 */
	public AppProcess(String name, String module, String heap, Map<String, String> properties, CrashSwitch crash)
			throws IOException {
		this.name = name;
		this.jar = AppJar.of(module);
		this.heap = heap;
		this.properties = properties;
		this.crash = crash;
		this.process = launch();
	}

	private JavaProcess launch() throws IOException {
		this.starts++;
		List<String> arguments = new ArrayList<>(
				List.of("--server.address=127.0.0.1", "--server.port=" + this.port, "--spring.main.banner-mode=off"));
		this.properties.forEach((property, value) -> arguments.add("--" + property + "=" + value));
		return JavaCommand.jar(this.jar)
			.options("-Xmx" + this.heap, "-XX:+ExitOnOutOfMemoryError", this.crash.option())
			.arguments(arguments)
			.start((this.starts == 1) ? this.name : this.name + "-start-" + this.starts);
	}

	/**
	 * Waits until it does its work.
	 * @return this
	 */
	public AppProcess awaitReady() {
		this.process.awaitReady(this::isReady);
		return this;
	}

	private boolean isReady() {
		HttpRequest readiness = HttpRequest.newBuilder(base().resolve("/actuator/health/readiness"))
			.timeout(Duration.ofSeconds(5))
			.build();
		try {
			return HTTP.send(readiness, BodyHandlers.discarding()).statusCode() == OK;
		}
		catch (IOException ex) {
			// Not listening yet.
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	/** Kills it as a power cut would. */
	public void kill() throws InterruptedException {
		this.process.kill();
	}

	/**
	 * Starts it again after it died, without an order, and waits until it does its work.
	 */
	public void startAgain() throws IOException {
		this.crash.disarm();
		this.process = launch();
		awaitReady();
	}

	/**
	 * Orders it to die.
	 * @param point where
	 * @param passes how often it passes there from now on, the last time included
	 */
	public void arm(CrashPoint point, int passes) throws IOException {
		this.crash.arm(point, passes);
	}

	public boolean isAlive() {
		return this.process.isAlive();
	}

	/** Lets it stand still with its connections open. */
	public void suspend() throws IOException, InterruptedException {
		this.process.suspend();
	}

	/** Lets it go on. */
	public void resume() throws IOException, InterruptedException {
		this.process.resume();
	}

	/**
	 * Kills the processes in which it decodes photos.
	 * @return how many there were
	 */
	public int killWorkers() {
		return this.process.killChildren();
	}

	/**
	 * Tells how much memory it has.
	 * @return bytes resident
	 */
	public long residentBytes() throws IOException {
		return this.process.residentBytes();
	}

	public URI base() {
		return URI.create("http://127.0.0.1:" + this.port);
	}

	@Override
	public void close() {
		this.process.close();
	}

}
