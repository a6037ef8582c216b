package org.imageingest.testkit.store;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.imageingest.testkit.network.FreePort;
import org.imageingest.testkit.process.JavaCommand;
import org.imageingest.testkit.process.JavaProcess;

/**
 * The {@link S3TestServer} in a process of its own, with one bucket: neither its threads
 * nor its garbage are those of the test or of an app.
 */
public final class S3ServerProcess implements AutoCloseable {

	private static final Pattern READY = Pattern.compile("Ready: (http://127\\.0\\.0\\.1:\\d+)/(\\S+)\\R");

	private final Path folder;

	private final int port = FreePort.find();

	private JavaProcess process;

	private URI endpoint = URI.create("about:blank");

	private String bucket = "";

	private S3ServerProcess(Path folder) throws IOException {
		this.folder = folder;
		this.process = launch();
	}

	private JavaProcess launch() throws IOException {
		return JavaCommand.mainClass(S3TestServerApplication.class.getName())
			.options("-Xmx256m")
			.arguments(List.of(this.folder.toString(), Integer.toString(this.port)))
			.start("s3-server");
	}

	/**
	 * Starts a server.
	 * @param folder an empty folder for its objects
	 * @return the running server
	 * @throws IOException if it cannot be started
	 */
	public static S3ServerProcess start(Path folder) throws IOException {
		S3ServerProcess started = new S3ServerProcess(folder);
		started.process.awaitReady(started::isReady);
		return started;
	}

	private boolean isReady() {
		Matcher ready = READY.matcher(this.process.output());
		if (!ready.find()) {
			return false;
		}
		this.endpoint = URI.create(ready.group(1));
		this.bucket = ready.group(2);
		return true;
	}

	public URI endpoint() {
		return this.endpoint;
	}

	public String bucket() {
		return this.bucket;
	}

	/** Kills it as a power cut would. */
	public void kill() throws InterruptedException {
		this.process.kill();
	}

	/** Starts it again after it was killed, with its objects and at the same address. */
	public void startAgain() throws IOException {
		this.process = launch();
		this.process.awaitReady(this::isReady);
	}

	/** Lets it stand still with its connections open. */
	public void suspend() throws IOException, InterruptedException {
		this.process.suspend();
	}

	/** Lets it go on. */
	public void resume() throws IOException, InterruptedException {
		this.process.resume();
	}

	@Override
	public void close() {
		this.process.close();
	}

}
