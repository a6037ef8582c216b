package org.imageingest.endtoend;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import org.imageingest.testkit.pipeline.PipelineClient;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Uploads that go on while instances die: who gets no answer, or is asked to come again,
 * sends the photo again, to the next instance.
 */
public final class InsistingUploads implements AutoCloseable {

	private static final int THREADS = 4;

	private static final Duration PATIENCE = Duration.ofMinutes(3);

	private static final Duration PAUSE = Duration.ofMillis(200);

	private static final int ACCEPTED = 202;

	private static final int UNAVAILABLE = 503;

	private final List<PipelineClient> clients;

	private final ExecutorService uploaders = Executors.newFixedThreadPool(THREADS);

	private final Queue<String> promised = new ConcurrentLinkedQueue<>();

	private final List<Future<?>> uploads = new ArrayList<>();

	/**
	 * Begins to upload.
	 * @param clients the instances
	 * @param photos bytes of the photos
	 */
	public InsistingUploads(List<PipelineClient> clients, List<byte[]> photos) {
		this.clients = clients;
		for (int i = 0; i < photos.size(); i++) {
			int first = i;
			byte[] photo = photos.get(i);
			this.uploads.add(this.uploaders.submit(() -> {
				this.promised.add(upload(photo, first));
				return null;
			}));
		}
	}

	private String upload(byte[] photo, int first) {
		AtomicInteger tries = new AtomicInteger(first);
		return await().atMost(PATIENCE)
			.pollDelay(Duration.ZERO)
			.pollInterval(PAUSE)
			.until(() -> tryUpload(this.clients.get(tries.getAndIncrement() % this.clients.size()), photo),
					Objects::nonNull);
	}

	/** Returns nothing if there is no answer, or one to try again later. */
	private static @Nullable String tryUpload(PipelineClient client, byte[] photo) throws InterruptedException {
		try {
			HttpResponse<String> answer = client.tryUpload(photo);
			if (answer.statusCode() == UNAVAILABLE) {
				return null;
			}
			assertThat(answer.statusCode()).withFailMessage(answer::body).isEqualTo(ACCEPTED);
			return JsonMapper.shared().readTree(answer.body()).get("jobId").stringValue();
		}
		catch (IOException ex) {
			return null;
		}
	}

	/**
	 * Returns how many photos were taken so far.
	 * @return number of answers 202
	 */
	public int promises() {
		return this.promised.size();
	}

	/**
	 * Waits until all photos were taken.
	 * @return names of the jobs, one for each photo
	 */
	public List<String> jobIds() throws Exception {
		for (Future<?> upload : this.uploads) {
			upload.get();
		}
		return List.copyOf(this.promised);
	}

	@Override
	public void close() {
		this.uploaders.shutdownNow();
		this.uploaders.close();
	}

}
