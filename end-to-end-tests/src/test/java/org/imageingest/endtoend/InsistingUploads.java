package org.imageingest.endtoend;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.imageingest.testkit.pipeline.PipelineClient;

/**
 * Uploads that go on while instances die: who gets no answer sends the photo again, to
 * the next instance.
 */
final class InsistingUploads implements AutoCloseable {

	private static final int THREADS = 4;

	private static final int TRIES = 10;

	private final List<PipelineClient> clients;

	private final ExecutorService uploaders = Executors.newFixedThreadPool(THREADS);

	private final Queue<String> promised = new ConcurrentLinkedQueue<>();

	private final List<Future<?>> uploads = new ArrayList<>();

	/**
	 * Begins to upload.
	 * @param clients the instances
	 * @param photos bytes of the photos
	 */
	InsistingUploads(List<PipelineClient> clients, List<byte[]> photos) {
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

	private String upload(byte[] photo, int first) throws IOException, InterruptedException {
		for (int attempt = 0;; attempt++) {
			try {
				return this.clients.get((first + attempt) % this.clients.size()).upload(photo);
			}
			catch (IOException ex) {
				if (attempt == TRIES) {
					throw ex;
				}
			}
		}
	}

	/**
	 * Returns how many photos were taken so far.
	 * @return number of answers 202
	 */
	int promises() {
		return this.promised.size();
	}

	/**
	 * Waits until all photos were taken.
	 * @return names of the jobs, one for each photo
	 */
	List<String> jobIds() throws Exception {
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
