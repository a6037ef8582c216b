package org.imageingest.testkit.store;

import java.io.InputStream;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.imageingest.testkit.store.S3Faults.Kind;
import org.imageingest.testkit.store.S3Faults.Operation;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadBucketRequest;
import software.amazon.awssdk.services.s3.model.HeadBucketResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Fails as it is told before or after the store behind it has done its work.
 */
final class FaultyBlobStore extends ForwardingBlobStore {

	private static final int UNAVAILABLE = 503;

	private final S3Faults faults;

	FaultyBlobStore(BlobStore store, S3Faults faults) {
		super(store);
		this.faults = faults;
	}

	@Override
	public PutObjectResponse putBlob(PutObjectRequest request, InputStream content) {
		return call("put", request.key(), () -> super.putBlob(request, content));
	}

	@Override
	public CopyObjectResponse copyBlob(CopyObjectRequest request) {
		return call("copy", request.destinationKey(), () -> super.copyBlob(request));
	}

	@Override
	public ResponseInputStream<GetObjectResponse> getBlob(GetObjectRequest request) {
		return call("get", request.key(), () -> super.getBlob(request));
	}

	@Override
	public HeadObjectResponse blobMetadata(HeadObjectRequest request) {
		return call("head", request.key(), () -> super.blobMetadata(request));
	}

	@Override
	public DeleteObjectResponse removeBlob(DeleteObjectRequest request) {
		return call("delete", request.key(), () -> super.removeBlob(request));
	}

	@Override
	public ListObjectsV2Response list(ListObjectsV2Request request) {
		return call("list", (request.prefix() != null) ? request.prefix() : "", () -> super.list(request));
	}

	@Override
	public HeadBucketResponse headBucket(HeadBucketRequest request) {
		return call("bucket", "", () -> super.headBucket(request));
	}

	private <T> T call(String operation, String key, Supplier<T> call) {
		Kind fault = this.faults.of(new Operation(operation, key)).orElse(null);
		if (fault == null) {
			return call.get();
		}
		if (fault.delay().isPositive()) {
			// The store itself is slow here, not the test.
			LockSupport.parkNanos(fault.delay().toNanos());
		}
		if (fault.after() || fault.status() == 0) {
			T done = call.get();
			if (fault.status() == 0) {
				return done;
			}
		}
		throw refusal(fault.status());
	}

	private static AwsServiceException refusal(int status) {
		SdkHttpResponse response = SdkHttpResponse.builder().statusCode(status).build();
		return S3Exception.builder()
			.statusCode(status)
			.message("As the test has told")
			.awsErrorDetails(AwsErrorDetails.builder()
				.errorCode((status == UNAVAILABLE) ? "ServiceUnavailable" : "InternalError")
				.errorMessage("As the test has told")
				.sdkHttpResponse(response)
				.build())
			.build();
	}

}
