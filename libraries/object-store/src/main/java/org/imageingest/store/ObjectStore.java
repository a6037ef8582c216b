package org.imageingest.store;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.MetadataDirective;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * One bucket, in the few calls that the pipeline needs. An object that is not there is an
 * empty answer; everything else that goes wrong is the SDK's exception, after its own
 * retries.
 *
 * <p>
 * Writes are single {@code PutObject} calls, never multipart, so that an object is there
 * whole or not at all.
 */
public class ObjectStore {

	private static final int NOT_FOUND = 404;

	private static final int CONFLICT = 409;

	private static final int PRECONDITION_FAILED = 412;

	private static final int DELETE_BATCH = 1000;

	private static final Duration PROBE_LIMIT = Duration.ofSeconds(5);

	private final S3Client s3;

	private final String bucket;

	public ObjectStore(S3Client s3, String bucket) {
		this.s3 = s3;
		this.bucket = bucket;
	}

	/**
	 * Returns the store of another bucket, reached in the same way.
	 * @param other name of the bucket
	 * @return this store if it is the same bucket
	 */
	public ObjectStore inBucket(String other) {
		return other.equals(this.bucket) ? this : new ObjectStore(this.s3, other);
	}

	/**
	 * Asks whether the bucket answers, and soon: a store that takes connections and says
	 * nothing is as good as none.
	 * @throws software.amazon.awssdk.core.exception.SdkException if it does not within
	 * five seconds
	 */
	public void probe() {
		this.s3.headBucket((request) -> request.bucket(this.bucket)
			.overrideConfiguration((override) -> override.apiCallTimeout(PROBE_LIMIT)));
	}

	/**
	 * Asks what time it is by the clock that tells the age of objects.
	 * @return the time to the second; nothing if the server does not tell
	 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#field.date">RFC 9110, Date</a>
	 */
	public Optional<Instant> time() {
		return this.s3.headBucket((request) -> request.bucket(this.bucket))
			.sdkHttpResponse()
			.firstMatchingHeader("Date")
			.map((date) -> DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from));
	}

	public void putFile(String key, Path file, String contentType) {
		this.s3.putObject(put(key).contentType(contentType).build(), file);
	}

	/**
	 * Writes a file, with what readers may do with copies of it.
	 * @param key object key
	 * @param file the file
	 * @param contentType media type
	 * @param cacheControl value of {@code Cache-Control}
	 */
	public void putFile(String key, Path file, String contentType, String cacheControl) {
		this.s3.putObject(put(key).contentType(contentType).cacheControl(cacheControl).build(), file);
	}

	public void put(String key, byte[] content, String contentType) {
		this.s3.putObject(put(key).contentType(contentType).build(), RequestBody.fromBytes(content));
	}

	/**
	 * Writes an object unless the key is taken.
	 * @param key object key
	 * @param content the bytes
	 * @param contentType media type
	 * @return false if the key is taken. After a retry inside the SDK the taker may be
	 * this very call: compare the contents.
	 */
	public boolean putIfAbsent(String key, byte[] content, String contentType) {
		return putOnCondition(put(key).contentType(contentType).ifNoneMatch("*").build(), content);
	}

	/**
	 * Replaces an object that is still as it was read.
	 * @param key object key
	 * @param content the bytes
	 * @param contentType media type
	 * @param eTag entity tag of the object as it was read
	 * @return false if it changed or went meanwhile
	 */
	public boolean replace(String key, byte[] content, String contentType, String eTag) {
		return putOnCondition(put(key).contentType(contentType).ifMatch(eTag).build(), content);
	}

	/**
	 * Deletes an object that is still as it was read. A server that does not know the
	 * condition deletes whatever is there.
	 * @param key object key
	 * @param eTag entity tag of the object as it was read
	 * @return false if it changed or went meanwhile
	 */
	public boolean delete(String key, String eTag) {
		return onCondition(true,
				() -> this.s3.deleteObject((request) -> request.bucket(this.bucket).key(key).ifMatch(eTag)));
	}

	private boolean putOnCondition(PutObjectRequest request, byte[] content) {
		return onCondition(request.ifMatch() != null, () -> this.s3.putObject(request, RequestBody.fromBytes(content)));
	}

	private static boolean onCondition(boolean ifMatch, Runnable call) {
		try {
			call.run();
			return true;
		}
		catch (S3Exception ex) {
			// 409: another conditional write of the same key was under way; 404: If-Match
			// on a key that is gone
			if (ex.statusCode() == PRECONDITION_FAILED || ex.statusCode() == CONFLICT
					|| (ex.statusCode() == NOT_FOUND && ifMatch)) {
				return false;
			}
			throw ex;
		}
	}

	public Optional<StoredBytes> find(String key) {
		try {
			var response = this.s3.getObjectAsBytes((request) -> request.bucket(this.bucket).key(key));
			return Optional.of(new StoredBytes(response.asByteArrayUnsafe(), response.response().eTag(),
					response.response().lastModified()));
		}
		catch (NoSuchKeyException ex) {
			return Optional.empty();
		}
	}

	/**
	 * Opens an object for streaming; the caller closes the stream.
	 * @param key object key
	 * @return the bytes and what the store says of them
	 */
	public Optional<OpenObject> open(String key) {
		try {
			ResponseInputStream<GetObjectResponse> stream = this.s3
				.getObject((request) -> request.bucket(this.bucket).key(key));
			GetObjectResponse response = stream.response();
			return Optional.of(new OpenObject(stream, response.contentType(), response.contentLength()));
		}
		catch (NoSuchKeyException ex) {
			return Optional.empty();
		}
	}

	/**
	 * Writes an object into a file that is not there yet.
	 * @param key object key
	 * @param file where to
	 * @return false if there is no such object
	 */
	public boolean download(String key, Path file) {
		try {
			this.s3.getObject((request) -> request.bucket(this.bucket).key(key), file);
			return true;
		}
		catch (NoSuchKeyException ex) {
			return false;
		}
	}

	public boolean exists(String key) {
		return head(key) != null;
	}

	private @Nullable HeadObjectResponse head(String key) {
		try {
			return this.s3.headObject((request) -> request.bucket(this.bucket).key(key));
		}
		catch (NoSuchKeyException ex) {
			return null;
		}
	}

	/**
	 * Copies inside the store; the bytes do not pass through here.
	 * @param from key of the source
	 * @param to key of the copy
	 * @param contentType media type of the copy
	 * @param cacheControl value of {@code Cache-Control} of the copy
	 * @return false if there is no such source
	 */
	public boolean copy(String from, String to, String contentType, String cacheControl) {
		CopyObjectRequest request = CopyObjectRequest.builder()
			.sourceBucket(this.bucket)
			.sourceKey(from)
			.destinationBucket(this.bucket)
			.destinationKey(to)
			.metadataDirective(MetadataDirective.REPLACE)
			.contentType(contentType)
			.cacheControl(cacheControl)
			.build();
		try {
			this.s3.copyObject(request);
			return true;
		}
		catch (NoSuchKeyException ex) {
			return false;
		}
	}

	/**
	 * Lists what lies under a prefix, page by page as the stream is read.
	 * @param prefix the prefix
	 * @return the objects in the order of their keys
	 */
	public Stream<ListedObject> list(String prefix) {
		return list(prefix, null);
	}

	/**
	 * Lists what lies under a prefix behind a key, page by page as the stream is read.
	 * @param prefix the prefix
	 * @param after the last key that is not wanted any more; null for all
	 * @return the objects in the order of their keys
	 */
	public Stream<ListedObject> list(String prefix, @Nullable String after) {
		return this.s3.listObjectsV2Paginator((request) -> request.bucket(this.bucket).prefix(prefix).startAfter(after))
			.contents()
			.stream()
			.map((object) -> new ListedObject(object.key(), object.lastModified()));
	}

	public void delete(String key) {
		this.s3.deleteObject((request) -> request.bucket(this.bucket).key(key));
	}

	/**
	 * Deletes everything under a prefix.
	 * @param prefix the prefix, with its closing slash
	 */
	public void deleteAll(String prefix) {
		deleteAll(list(prefix).map(ListedObject::key).toList());
	}

	void deleteAll(Collection<String> keys) {
		List<ObjectIdentifier> objects = keys.stream()
			.map((key) -> ObjectIdentifier.builder().key(key).build())
			.toList();
		for (int from = 0; from < objects.size(); from += DELETE_BATCH) {
			List<ObjectIdentifier> batch = objects.subList(from, Math.min(from + DELETE_BATCH, objects.size()));
			var response = this.s3.deleteObjects(
					(request) -> request.bucket(this.bucket).delete((delete) -> delete.objects(batch).quiet(true)));
			if (response.hasErrors()) {
				var first = response.errors().getFirst();
				throw new IllegalStateException(response.errors().size() + " objects could not be deleted, first "
						+ first.key() + ": " + first.code() + " " + first.message());
			}
		}
	}

	private PutObjectRequest.Builder put(String key) {
		return PutObjectRequest.builder().bucket(this.bucket).key(key);
	}

}
