package org.imageingest.data.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.CopyObjectResult;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.DeleteObjectsRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadBucketRequest;
import software.amazon.awssdk.services.s3.model.HeadBucketResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/**
 * The S3 client of programs that run in the process of the embedded server: the same
 * requests, answers and errors, without HTTP, signatures and XML between them. It does
 * what the pipeline asks of a store; every other operation is refused by the SDK's
 * interface.
 *
 * <p>
 * Nothing is tried twice and nothing is cut off by a time limit, for there is no network
 * that could fail.
 */
final class InProcessS3Client implements S3Client {

	/** What S3 lists at once where the request does not tell. */
	private static final int PAGE = 1000;

	private static final int OK = 200;

	private final ObjectFiles files;

	private final StoreCalls calls;

	private final Clock clock;

	InProcessS3Client(ObjectFiles files, StoreCalls calls, Clock clock) {
		this.files = files;
		this.calls = calls;
		this.clock = clock;
	}

	@Override
	public HeadBucketResponse headBucket(HeadBucketRequest request) {
		return call("HeadBucket", () -> {
			HeadBucketResponse.Builder answer = this.files.headBucket(request).toBuilder();
			answer.sdkHttpResponse(SdkHttpResponse.builder()
				.statusCode(OK)
				.putHeader("Date",
						DateTimeFormatter.RFC_1123_DATE_TIME.format(this.clock.instant().atOffset(ZoneOffset.UTC)))
				.build());
			return answer.build();
		});
	}

	@Override
	public HeadObjectResponse headObject(HeadObjectRequest request) {
		return call("HeadObject", () -> {
			HeadObjectResponse object = this.files.blobMetadata(request);
			return object.toBuilder().eTag(quoted(object.eTag())).build();
		});
	}

	@Override
	public <R> R getObject(GetObjectRequest request, ResponseTransformer<GetObjectResponse, R> transformer) {
		return call("GetObject", () -> read(request, transformer));
	}

	private <R> R read(GetObjectRequest request, ResponseTransformer<GetObjectResponse, R> transformer) {
		ResponseInputStream<GetObjectResponse> object = this.files.getBlob(request);
		try (InputStream content = transformer.needsConnectionLeftOpen() ? InputStream.nullInputStream() : object) {
			GetObjectResponse answer = object.response();
			return transformer.transform(answer.toBuilder().eTag(quoted(answer.eTag())).build(),
					AbortableInputStream.create(object));
		}
		catch (SdkException ex) {
			throw ex;
		}
		catch (Exception ex) {
			throw failure(ex);
		}
	}

	@Override
	public GetObjectResponse getObject(GetObjectRequest request, Path target) {
		return call("GetObject", () -> {
			try {
				if (this.files.get(request, target)) {
					return GetObjectResponse.builder().contentLength(Files.size(target)).build();
				}
			}
			catch (IOException ex) {
				throw failure(ex);
			}
			return read(request, ResponseTransformer.toFile(target));
		});
	}

	@Override
	public PutObjectResponse putObject(PutObjectRequest request, Path source) {
		return call("PutObject", () -> this.files.put(request, source) ? PutObjectResponse.builder().build()
				: write(request, RequestBody.fromFile(source)));
	}

	@Override
	public PutObjectResponse putObject(PutObjectRequest request, RequestBody body) {
		return call("PutObject", () -> write(request, body));
	}

	private PutObjectResponse write(PutObjectRequest request, RequestBody body) {
		try (InputStream content = body.contentStreamProvider().newStream()) {
			return this.files
				.putBlob(request.toBuilder().contentLength(body.optionalContentLength().orElse(null)).build(), content);
		}
		catch (IOException ex) {
			throw failure(ex);
		}
	}

	@Override
	public CopyObjectResponse copyObject(CopyObjectRequest request) {
		return call("CopyObject", () -> {
			CopyObjectResult copy = this.files.copyBlob(request).copyObjectResult();
			return CopyObjectResponse.builder()
				.copyObjectResult(copy.toBuilder().eTag(quoted(copy.eTag())).build())
				.build();
		});
	}

	@Override
	public DeleteObjectResponse deleteObject(DeleteObjectRequest request) {
		return call("DeleteObject", () -> this.files.removeBlob(request));
	}

	@Override
	public DeleteObjectsResponse deleteObjects(DeleteObjectsRequest request) {
		return call("DeleteObjects", () -> {
			for (ObjectIdentifier object : request.delete().objects()) {
				this.files.removeBlob(DeleteObjectRequest.builder().bucket(request.bucket()).key(object.key()).build());
			}
			return DeleteObjectsResponse.builder().build();
		});
	}

	@Override
	public ListObjectsV2Response listObjectsV2(ListObjectsV2Request request) {
		return call("ListObjectsV2", () -> {
			ListObjectsV2Response page = this.files
				.list((request.maxKeys() != null) ? request : request.toBuilder().maxKeys(PAGE).build());
			return page.toBuilder()
				.contents(page.contents()
					.stream()
					.map((object) -> object.toBuilder().eTag(quoted(object.eTag())).build())
					.toList())
				.build();
		});
	}

	/** In the API the quotes belong to the tag; the server adds them on the way out. */
	private static @Nullable String quoted(@Nullable String eTag) {
		return (eTag == null || eTag.startsWith("\"")) ? eTag : '"' + eTag + '"';
	}

	private <T> T call(String operation, Supplier<T> call) {
		return this.calls.call(operation, () -> {
			try {
				return call.get();
			}
			catch (SdkException ex) {
				throw ex;
			}
			catch (RuntimeException ex) {
				throw failure(ex);
			}
		});
	}

	/** What the disk refuses reaches the caller as what a server cannot do would. */
	private static SdkClientException failure(Exception cause) {
		return SdkClientException.create("The object store of this process failed: " + cause, cause);
	}

	@Override
	public String serviceName() {
		return SERVICE_NAME;
	}

	/** Does nothing: whoever started the server closes it. */
	@Override
	public void close() {
	}

}
