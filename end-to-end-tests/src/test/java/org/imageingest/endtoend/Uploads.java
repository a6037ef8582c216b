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
		return atOnce(threads, photos.size(), (client, i) -> client.upload(photos.get(i)));
	}

	/**
	 * Uploads a photo once with each of some tags.
	 * @param threads most uploads at a time
	 * @param photo bytes of the photo
	 * @param tags one for each upload
	 * @return names of the jobs in the order of the tags
	 */
	List<String> atOnce(int threads, byte[] photo, List<String> tags) throws Exception {
		return atOnce(threads, tags.size(), (client, i) -> client.upload(photo, List.of(tags.get(i))));
	}

	private List<String> atOnce(int threads, int count, Upload upload) throws Exception {
		try (ExecutorService uploaders = Executors.newFixedThreadPool(threads)) {
			List<Future<String>> promises = new ArrayList<>();
			for (int i = 0; i < count; i++) {
				PipelineClient client = this.clients.get(i % this.clients.size());
				int number = i;
				promises.add(uploaders.submit(() -> upload.to(client, number)));
			}
			List<String> jobIds = new ArrayList<>();
			for (Future<String> promise : promises) {
				jobIds.add(promise.get());
			}
			return jobIds;
		}
	}

	/**
	 * One of the uploads.
	 */
	@FunctionalInterface
	private interface Upload {

		String to(PipelineClient client, int number) throws Exception;

	}

}
