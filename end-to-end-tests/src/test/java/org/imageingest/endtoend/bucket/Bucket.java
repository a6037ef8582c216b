package org.imageingest.endtoend.bucket;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.imageingest.model.storage.ImageDocument;
import org.imageingest.model.storage.ImageDocument.PublishedVariant;
import org.imageingest.model.storage.ObjectKeys;
import org.imageingest.store.ImageDocuments;
import org.imageingest.store.ListedObject;
import org.imageingest.store.ObjectStore;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import tools.jackson.databind.json.JsonMapper;

/**
 * What lies in the store.
 */
public final class Bucket implements AutoCloseable {

	private final URI address;

	private final S3Client s3;

	private final ObjectStore store;

	private final ImageDocuments documents;

	/**
	 * Opens a bucket.
	 * @param endpoint address of the S3 server
	 * @param name name of the bucket
	 * @param accessKey access key that may read and write
	 * @param secretKey its secret
	 */
	public Bucket(URI endpoint, String name, String accessKey, String secretKey) {
		this.address = URI.create(endpoint + "/" + name + "/");
		this.s3 = S3Client.builder()
			.httpClientBuilder(Apache5HttpClient.builder())
			.endpointOverride(endpoint)
			.forcePathStyle(true)
			.region(Region.US_EAST_1)
			.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, secretKey)))
			.build();
		this.store = new ObjectStore(this.s3, name);
		this.documents = new ImageDocuments(this.store, JsonMapper.shared());
	}

	/**
	 * Returns the address of an object for whoever has no rights.
	 * @param key its key; empty for the bucket itself
	 * @return an address without a signature
	 */
	public URI address(String key) {
		return this.address.resolve(key);
	}

	public List<String> keys(String prefix) {
		return this.store.list(prefix).map(ListedObject::key).toList();
	}

	public void put(String key, byte[] content) {
		this.store.put(key, content, "application/octet-stream");
	}

	public void delete(String key) {
		this.store.delete(key);
	}

	/**
	 * Returns the names of all images that have a document.
	 * @return image names
	 */
	public Set<String> images() {
		return keys(ObjectKeys.DOCUMENTS).stream()
			.map((key) -> key.split("/")[1])
			.collect(Collectors.toCollection(TreeSet::new));
	}

	/**
	 * Returns the record of an image.
	 * @param imageId name of the image
	 * @return its document
	 */
	public ImageDocument document(String imageId) {
		return this.documents.find(imageId).orElseThrow();
	}

	/**
	 * Returns the objects that the record of an image names.
	 * @param imageId name of the image
	 * @return their keys
	 */
	public Set<String> named(String imageId) {
		ImageDocument document = document(imageId);
		return Stream
			.concat(Stream.of(document.original().key(), document.preview()).filter(Objects::nonNull),
					document.variants().stream().map(PublishedVariant::key))
			.collect(Collectors.toSet());
	}

	/**
	 * Removes what a run published.
	 * @param document names the run
	 */
	public void deleteRun(ImageDocument document) {
		this.store.deleteAll(ObjectKeys.imageRun(document.imageId(), document.runId()));
		this.store.deleteAll(ObjectKeys.originalRun(document.imageId(), document.runId()));
	}

	/**
	 * Returns the runs that the documents name: what readers see.
	 * @return runs as {@code imageId/runId}
	 */
	public Set<String> publishedRuns() {
		return images().stream()
			.flatMap((imageId) -> this.documents.find(imageId).stream())
			.map(Bucket::run)
			.collect(Collectors.toCollection(TreeSet::new));
	}

	/**
	 * Returns the runs that have left something under a prefix.
	 * @param prefix {@link ObjectKeys#IMAGES} or {@link ObjectKeys#ORIGINALS}
	 * @return runs as {@code imageId/runId}
	 */
	public Set<String> runs(String prefix) {
		return keys(prefix).stream()
			.map((key) -> key.substring(prefix.length(), key.lastIndexOf('/')))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static String run(ImageDocument document) {
		return document.imageId() + "/" + document.runId();
	}

	@Override
	public void close() {
		this.s3.close();
	}

}
