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
 * As in production: two instances of each app, each a process of its own, with RabbitMQ,
 * PostgreSQL and an S3 server apart from them.
 */
final class SeparateStack implements PipelineStack {

	private static final Duration TOKEN_VALIDITY = Duration.ofHours(1);

	private final Deque<AutoCloseable> parts;

	private final TcpProxy brokerLine;

	private final Apps apps;

	private final Bucket bucket;

	private final String token;

	private final List<AppProcess> sources;

	private final List<AppProcess> processors;

	private final List<AppProcess> sinks;

	/** Stands up part by part; whoever catches a failure closes the parts. */
	private SeparateStack(RabbitAddress broker, Path folder, Deque<AutoCloseable> parts) throws Exception {
		this.parts = parts;
		CompletableFuture<PostgresServer> database = CompletableFuture.supplyAsync(() -> startDatabase(folder));
		part((Closeable) () -> database.thenAccept(PostgresServer::close).join());
		S3ServerProcess store = part(S3ServerProcess.start(Files.createDirectory(folder.resolve("objects"))));
		PostgresServer postgres = database.join();
		this.bucket = part(
				new Bucket(store.endpoint(), store.bucket(), S3TestServer.ACCESS_KEY, S3TestServer.SECRET_KEY));
		this.brokerLine = part(TcpProxy.to(broker.host(), broker.port()));
		TestTokens tokens = new TestTokens();
		this.token = tokens.of("end-to-end", "ingest:write ingest:read", TestTokens.AUDIENCE,
				Instant.now().plus(TOKEN_VALIDITY));
		Destinations destinations = Destinations.ofOneRun();
		part((Closeable) () -> destinations.deleteFrom(broker));
		this.apps = new Apps(new Surroundings(
				new RabbitAddress("127.0.0.1", this.brokerLine.port(), broker.username(), broker.password()),
				destinations, store.endpoint(), store.bucket(), postgres.url(), postgres.username(),
				tokens.writePublicKey(folder), folder.resolve("work")));
		this.sources = List.of(part(this.apps.source(1, Map.of())), part(this.apps.source(2, Map.of())));
		this.processors = List.of(part(this.apps.processor(1)), part(this.apps.processor(2)));
		this.sinks = List.of(part(this.apps.sink(1)), part(this.apps.sink(2)));
		for (List<AppProcess> instances : List.of(this.sources, this.processors, this.sinks)) {
			instances.forEach(AppProcess::awaitReady);
		}
	}

	/**
	 * Starts everything but the broker.
	 * @param broker the broker, reached by the apps through a line that can be cut
	 * @param folder an empty folder
	 * @return the running pipeline
	 */
	static SeparateStack start(RabbitAddress broker, Path folder) throws Exception {
		Deque<AutoCloseable> parts = new ArrayDeque<>();
		try {
			return new SeparateStack(broker, folder, parts);
		}
		catch (Exception | AssertionError ex) {
			closeAll(parts).forEach(ex::addSuppressed);
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

	private <T extends AutoCloseable> T part(T part) {
		this.parts.push(part);
		return part;
	}

	@Override
	public List<PipelineClient> clients() {
		return this.sources.stream().map(this::client).toList();
	}

	PipelineClient client(AppProcess source) {
		return new PipelineClient(source.base(), this.token);
	}

	/**
	 * Starts one more instance that takes photos.
	 * @param properties its settings beside the usual ones
	 * @return the instance; to be closed by the caller
	 */
	AppProcess startAnotherSource(Map<String, String> properties) throws IOException {
		return part(this.apps.source(this.sources.size() + 1, properties)).awaitReady();
	}

	AppProcess source() {
		return this.sources.getFirst();
	}

	AppProcess processor() {
		return this.processors.getFirst();
	}

	AppProcess sink() {
		return this.sinks.getFirst();
	}

	/**
	 * Returns the line between all apps and the broker.
	 * @return the line
	 */
	TcpProxy brokerLine() {
		return this.brokerLine;
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

}
