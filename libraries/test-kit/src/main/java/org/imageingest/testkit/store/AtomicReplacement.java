package org.imageingest.testkit.store;

import java.io.InputStream;

import org.gaul.s3proxy.S3ErrorCode;
import org.gaul.s3proxy.S3ProxyException;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/**
 * Looks at {@code If-Match} in one step with the write, as S3 does. The server itself
 * looks first and writes then, so that of two writers at once both may be told that they
 * won.
 *
 * @see <a href=
 * "https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html">
 * conditional writes</a>
 */
final class AtomicReplacement extends ForwardingBlobStore {

	/** Replacements are of small objects: one at a time is enough. */
	private final Object replacing = new Object();

	AtomicReplacement(BlobStore store) {
		super(store);
	}

	@Override
	public PutObjectResponse putBlob(PutObjectRequest request, InputStream content) {
		String expected = request.ifMatch();
		if (expected == null) {
			return super.putBlob(request, content);
		}
		synchronized (this.replacing) {
			String present = blobMetadata(
					HeadObjectRequest.builder().bucket(request.bucket()).key(request.key()).build())
				.eTag();
			if (!withoutQuotes(expected).equals(withoutQuotes(present))) {
				throw new S3ProxyException(S3ErrorCode.PRECONDITION_FAILED);
			}
			return super.putBlob(request, content);
		}
	}

	private static String withoutQuotes(String eTag) {
		return eTag.replace("\"", "");
	}

}
