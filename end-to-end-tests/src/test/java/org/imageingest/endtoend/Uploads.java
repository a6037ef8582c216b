package org.imageingest.endtoend;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.imageingest.testkit.pipeline.PipelineClient;

/**
 * Sends photos to all instances in turn.
 */
final class Uploads {

	private final List<PipelineClient> clients;

	private Uploads(List<PipelineClient> clients) {
		this.clients = clients;
	}

	static Uploads to(List<PipelineClient> clients) {
		return new Uploads(clients);
	}

	/**
	 * Uploads photos, all of which have to be taken.
	 * @param threads most uploads at a time
	 * @param photos bytes of the photos
	 * @return names of the jobs in the order of the photos
	 */
	List<String> atOnce(int threads, List<byte[]> photos) throws Exception {
		try (ExecutorService uploaders = Executors.newFixedThreadPool(threads)) {
			List<Future<String>> promises = new ArrayList<>();
			for (int i = 0; i < photos.size(); i++) {
				PipelineClient client = this.clients.get(i % this.clients.size());
				byte[] photo = photos.get(i);
				promises.add(uploaders.submit(() -> client.upload(photo)));
			}
			List<String> jobIds = new ArrayList<>();
			for (Future<String> promise : promises) {
				jobIds.add(promise.get());
			}
			return jobIds;
		}
	}

}
