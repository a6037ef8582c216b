package org.imageingest.data.store;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.gaul.s3proxy.S3ErrorCode;
import org.gaul.s3proxy.S3ProxyException;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/**
 * Objects as files below a folder, of which {@code If-Match} is looked at in one step
 * with the replacement or deletion, as S3 does. S3Proxy itself looks first and writes
 * then, so that of two writers at once both may be told that they won.
 *
 * @see <a href=
 * "https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html">
 * conditional writes</a>
 */
public final class ObjectFiles extends ForwardingBlobStore {

	/** A writer that stands still holds up one in so many of the other keys. */
	private static final int LOCKS = 64;

	private final List<Object> locks = Stream.generate(Object::new).limit(LOCKS).toList();

	/**
	 * Creates a store.
	 * @param folder an existing folder; each folder in it is a bucket
	 */
	public ObjectFiles(Path folder) {
		super(new FilesystemNio2BlobStore(folder.toAbsolutePath().toString()));
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
			return super.removeBlob(request);
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
