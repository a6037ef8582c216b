package org.imageingest.bench.pipeline;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.imageingest.bench.service.ServiceAddress;

/**
 * Answers uploads and questions as the REST service does, without doing any work.
 */
final class FakeService implements AutoCloseable {

	static final String TOKEN = "a-token";

	private static final String UPLOAD = "/api/v1/ingest/upload";

	private static final String STATUS = "/api/v1/ingest/status/";

	private final HttpServer server;

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private final AtomicInteger uploads = new AtomicInteger();

	private final AtomicInteger underWay = new AtomicInteger();

	private final AtomicInteger mostUnderWay = new AtomicInteger();

	private final Set<String> asked = ConcurrentHashMap.newKeySet();

	private final Map<String, String> bodies = new ConcurrentHashMap<>();

	/** Answers the status of the job of an index. */
	private volatile IntFunction<String> job = FakeService::completed;

	/** Answers the upload of an index, or {@code null} to take it. */
	private volatile IntFunction<String> refusal = (index) -> null;

	FakeService() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.setExecutor(this.threads);
		this.server.createContext(UPLOAD, this::upload);
		this.server.createContext(STATUS, this::status);
		this.server.start();
	}

	ServiceAddress address() {
		return new ServiceAddress(List.of(ProcessHandle.current().pid()),
				URI.create("http://127.0.0.1:" + this.server.getAddress().getPort()), TOKEN);
	}

	static String completed(int index) {
		return "{\"status\":\"completed\",\"imageId\":\"img_" + index + "\"}";
	}

	static String running(int index) {
		return "{\"status\":\"processing\",\"progress\":10,\"stage\":\"queued\"}";
	}

	FakeService jobs(IntFunction<String> answers) {
		this.job = answers;
		return this;
	}

	FakeService refuse(IntFunction<String> answers) {
		this.refusal = answers;
		return this;
	}

	int mostUploadsAtOnce() {
		return this.mostUnderWay.get();
	}

	Set<String> jobsAskedFor() {
		return this.asked;
	}

	/** Bodies of the uploads, one character for each byte. */
	Map<String, String> bodies() {
		return this.bodies;
	}

	private void upload(HttpExchange exchange) throws IOException {
		int index = this.uploads.getAndIncrement();
		this.mostUnderWay.accumulateAndGet(this.underWay.incrementAndGet(), Math::max);
		String jobId = "job_" + index;
		this.bodies.put(jobId, new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
		this.underWay.decrementAndGet();
		String refused = this.refusal.apply(index);
		if (refused != null) {
			answer(exchange, 503, refused);
		}
		else {
			answer(exchange, 202, "{\"jobId\":\"" + jobId + "\",\"status\":\"processing\"}");
		}
	}

	private void status(HttpExchange exchange) throws IOException {
		String jobId = exchange.getRequestURI().getPath().substring(STATUS.length());
		this.asked.add(jobId);
		answer(exchange, 200, this.job.apply(Integer.parseInt(jobId.substring("job_".length()))));
	}

	private static void answer(HttpExchange exchange, int status, String body) throws IOException {
		boolean known = ("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"));
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		exchange.sendResponseHeaders(known ? status : 401, bytes.length);
		exchange.getResponseBody().write(bytes);
		exchange.close();
	}

	@Override
	public void close() {
		this.server.stop(0);
		this.threads.shutdownNow();
	}

}
