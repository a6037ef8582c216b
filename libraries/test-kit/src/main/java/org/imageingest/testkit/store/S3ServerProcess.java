package org.imageingest.testkit.store;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.imageingest.testkit.process.JavaCommand;
import org.imageingest.testkit.process.JavaProcess;

/**
 * The {@link S3TestServer} in a process of its own, with one bucket: neither its threads
 * nor its garbage are those of the test or of an app.
 */
public final class S3ServerProcess implements AutoCloseable {

	private static final Pattern READY = Pattern.compile("Ready: (http://127\\.0\\.0\\.1:\\d+)/(\\S+)\\R");

	private final JavaProcess process;

	private URI endpoint = URI.create("about:blank");

	private String bucket = "";

	private S3ServerProcess(JavaProcess process) {
		this.process = process;
	}

	/**
	 * Starts a server.
	 * @param folder an empty folder for its objects
	 * @return the running server
	 * @throws IOException if it cannot be started
	 */
	public static S3ServerProcess start(Path folder) throws IOException {
		S3ServerProcess started = new S3ServerProcess(JavaCommand.mainClass(S3TestServerApplication.class.getName())
			.options("-Xmx256m")
			.arguments(List.of(folder.toString()))
			.start("s3-server"));
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

	@Override
	public void close() {
		this.process.close();
	}

}
