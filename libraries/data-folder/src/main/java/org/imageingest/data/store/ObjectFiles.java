package org.imageingest.data.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.gaul.s3proxy.S3ErrorCode;
import org.gaul.s3proxy.S3ProxyException;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/**
 * Objects as files below a folder, of which {@code If-Match} is looked at in one step
 * with the replacement or deletion, as S3 does. S3Proxy itself looks first and writes
 * then, so that of two writers at once both may be told that they won. And copies are
 * made by the file system, where S3Proxy reads, digests and writes them anew.
 *
 * @see <a href=
 * "https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html">
 * conditional writes</a>
 */
public final class ObjectFiles extends ForwardingBlobStore {

	/** A writer that stands still holds up one in so many of the other keys. */
	private static final int LOCKS = 64;

	private final FileTransfers transfers;

	private final List<Object> locks = Stream.generate(Object::new).limit(LOCKS).toList();

	/**
	 * Creates a store.
	 * @param folder an existing folder; each folder in it is a bucket
	 */
	public ObjectFiles(Path folder) {
		super(new FilesystemNio2BlobStore(folder.toAbsolutePath().toString()));
		this.transfers = new FileTransfers(folder.toAbsolutePath());
	}

	@Override
	public CopyObjectResponse copyBlob(CopyObjectRequest request) {
		return this.transfers.copy(request) ? copied(request) : super.copyBlob(request);
	}

	/**
	 * Writes a file as an object, as {@link #putBlob} does with a stream.
	 * @param request what to write
	 * @param file its bytes
	 * @return false if nothing was done, because the request asks for more than a copy of
	 * the file
	 */
	boolean put(PutObjectRequest request, Path file) {
		return this.transfers.put(request, file);
	}

	/**
	 * Writes an object into a file, as {@link #getBlob} does into a stream.
	 * @param request which object
	 * @param file a file that is not there yet
	 * @return false if nothing was done, because there is no such object or the request
	 * asks for more than a copy of it
	 * @throws IOException if the file cannot be written
	 */
	boolean get(GetObjectRequest request, Path file) throws IOException {
		return this.transfers.get(request, file);
	}

	private CopyObjectResponse copied(CopyObjectRequest request) {
		HeadObjectResponse copy = blobMetadata(request.destinationBucket(), request.destinationKey());
		return CopyObjectResponse.builder()
			.copyObjectResult((result) -> result.eTag(copy.eTag()).lastModified(copy.lastModified()))
			.build();
	}

	@Override
	public PutObjectResponse putBlob(PutObjectRequest request, InputStream content) {
		if (request.ifMatch() == null) {
			return super.putBlob(request, content);
		}
		return inOneStep(request.key(), () -> {
			requireMatch(request.bucket(), request.key(), request.ifMatch());
			return super.putBlob(request, content);
		});
	}

	@Override
	public DeleteObjectResponse removeBlob(DeleteObjectRequest request) {
		return inOneStep(request.key(), () -> {
			if (request.ifMatch() != null) {
				requireMatch(request.bucket(), request.key(), request.ifMatch());
			}
			// The store below has no condition for this.
			return super.removeBlob(request.toBuilder().ifMatch((String) null).build());
		});
	}

	private <T> T inOneStep(String key, Supplier<T> step) {
		synchronized (this.locks.get(Math.floorMod(key.hashCode(), LOCKS))) {
			return step.get();
		}
	}

	private void requireMatch(String bucket, String key, String expected) {
		HeadObjectResponse present = blobMetadataIfPresent(bucket, key);
		if (present == null) {
			throw new S3ProxyException(S3ErrorCode.NO_SUCH_KEY);
		}
		if (!expected.equals("*") && !withoutQuotes(expected).equals(withoutQuotes(present.eTag()))) {
			throw new S3ProxyException(S3ErrorCode.PRECONDITION_FAILED);
		}
	}

	private static String withoutQuotes(String eTag) {
		return eTag.replace("\"", "");
	}

}
