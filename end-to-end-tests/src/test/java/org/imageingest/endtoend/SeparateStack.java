package org.imageingest.endtoend;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.imageingest.endtoend.app.AppProcess;
import org.imageingest.endtoend.app.Apps;
import org.imageingest.endtoend.app.Surroundings;
import org.imageingest.endtoend.broker.Destinations;
import org.imageingest.endtoend.broker.RabbitAddress;
import org.imageingest.endtoend.bucket.Bucket;
import org.imageingest.endtoend.database.PostgresServer;
import org.imageingest.testkit.network.TcpProxy;
import org.imageingest.testkit.pipeline.PipelineClient;
import org.imageingest.testkit.store.S3ServerProcess;
import org.imageingest.testkit.store.S3TestServer;
import org.imageingest.testkit.token.TestTokens;

/**
 * As in production: instances of each app, each a process of its own, with RabbitMQ,
 * PostgreSQL and an S3 server apart from them.
 */
public final class SeparateStack implements PipelineStack {

	private static final String OWNER = "end-to-end";

	private static final Duration TOKEN_VALIDITY = Duration.ofHours(1);

	private final Deque<AutoCloseable> parts;

	private final PostgresServer database;

	private final S3ServerProcess store;

	private final TcpProxy brokerLine;

	private final Apps apps;

	private final Bucket bucket;

	private final TestTokens tokens = new TestTokens();

	private final List<AppProcess> sources;

	private final List<AppProcess> processors;

	private final List<AppProcess> sinks;

	/** Stands up part by part; whoever catches a failure closes the parts. */
	private SeparateStack(RabbitAddress broker, Path folder, int instances, Deque<AutoCloseable> parts)
			throws Exception {
		this.parts = parts;
		CompletableFuture<PostgresServer> starting = CompletableFuture.supplyAsync(() -> startDatabase(folder));
		part((Closeable) () -> starting.thenAccept(PostgresServer::close).join());
		this.store = part(S3ServerProcess.start(Files.createDirectory(folder.resolve("objects"))));
		this.database = starting.join();
		this.bucket = part(new Bucket(this.store.endpoint(), this.store.bucket(), S3TestServer.ACCESS_KEY,
				S3TestServer.SECRET_KEY));
		this.brokerLine = part(TcpProxy.to(broker.host(), broker.port()));
		Destinations destinations = Destinations.ofOneRun();
		part((Closeable) () -> destinations.deleteFrom(broker));
		this.apps = new Apps(new Surroundings(
				new RabbitAddress("127.0.0.1", this.brokerLine.port(), broker.username(), broker.password()),
				destinations, this.store.endpoint(), this.store.bucket(), this.database.url(), this.database.username(),
				this.tokens.writePublicKey(folder), folder.resolve("work")));
		this.sources = instances(instances, (number) -> this.apps.source(number, Map.of()));
		this.processors = instances(instances, this.apps::processor);
		this.sinks = instances(instances, this.apps::sink);
		for (List<AppProcess> started : List.of(this.sources, this.processors, this.sinks)) {
			started.forEach(AppProcess::awaitReady);
		}
	}

	/**
	 * Starts two instances of each app, and everything else but the broker.
	 * @param broker the broker, reached by the apps through a line that can be cut
	 * @param folder an empty folder
	 * @return the running pipeline
	 */
	public static SeparateStack start(RabbitAddress broker, Path folder) throws Exception {
		return start(broker, folder, 2);
	}

	/**
	 * Starts everything but the broker.
	 * @param broker the broker, reached by the apps through a line that can be cut
	 * @param folder an empty folder
	 * @param instances number of instances of each app
	 * @return the running pipeline
	 */
	public static SeparateStack start(RabbitAddress broker, Path folder, int instances) throws Exception {
		Deque<AutoCloseable> parts = new ArrayDeque<>();
		try {
			return new SeparateStack(broker, folder, instances, parts);
		}
		catch (Exception | AssertionError ex) {
			// What was being started fails again when it is closed.
			closeAll(parts).stream().filter((failure) -> failure != ex).forEach(ex::addSuppressed);
			throw ex;
		}
	}

	private static PostgresServer startDatabase(Path folder) {
		try {
			return PostgresServer.start(folder.resolve("database"));
		}
		catch (IOException ex) {
			throw new IllegalStateException("PostgreSQL does not start", ex);
		}
	}

	private List<AppProcess> instances(int count, Start start) throws IOException {
		List<AppProcess> started = new ArrayList<>();
		for (int number = 1; number <= count; number++) {
			started.add(part(start.instance(number)));
		}
		return List.copyOf(started);
	}

	private <T extends AutoCloseable> T part(T part) {
		this.parts.push(part);
		return part;
	}

	@Override
	public List<PipelineClient> clients() {
		return this.sources.stream().map(this::client).toList();
	}

	PipelineClient client(AppProcess source) {
		return client(source, OWNER);
	}

	/**
	 * Returns a client.
	 * @param source the instance that it asks
	 * @param owner who it is
	 * @return the client
	 */
	public PipelineClient client(AppProcess source, String owner) {
		return new PipelineClient(source.base(), this.tokens.of(owner, "ingest:write ingest:read", TestTokens.AUDIENCE,
				Instant.now().plus(TOKEN_VALIDITY)));
	}

	/**
	 * Starts one more instance that takes photos.
	 * @param properties its settings beside the usual ones
	 * @return the instance; to be closed by the caller
	 */
	public AppProcess startAnotherSource(Map<String, String> properties) throws IOException {
		return part(this.apps.source(this.sources.size() + 1, properties)).awaitReady();
	}

	public AppProcess source() {
		return this.sources.getFirst();
	}

	public AppProcess processor() {
		return this.processors.getFirst();
	}

	public AppProcess sink() {
		return this.sinks.getFirst();
	}

	/**
	 * Returns the line between all apps and the broker.
	 * @return the line
	 */
	public TcpProxy brokerLine() {
		return this.brokerLine;
	}

	public PostgresServer database() {
		return this.database;
	}

	public S3ServerProcess store() {
		return this.store;
	}

	@Override
	public Bucket bucket() {
		return this.bucket;
	}

	@Override
	public void close() {
		List<Exception> failures = closeAll(this.parts);
		if (!failures.isEmpty()) {
			IllegalStateException failure = new IllegalStateException("Not everything was closed");
			failures.forEach(failure::addSuppressed);
			throw failure;
		}
	}

	/** In reverse order, each whatever became of the others. */
	private static List<Exception> closeAll(Deque<AutoCloseable> parts) {
		List<Exception> failures = new ArrayList<>();
		while (!parts.isEmpty()) {
			try {
				parts.pop().close();
			}
			catch (Exception ex) {
				failures.add(ex);
			}
		}
		return failures;
	}

	/**
	 * Starts an instance.
	 */
	@FunctionalInterface
	private interface Start {

		AppProcess instance(int number) throws IOException;

	}

}
