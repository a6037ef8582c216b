package org.imageingest.source;

import java.io.IOException;

import org.imageingest.store.ObjectStore;
import org.imageingest.testkit.store.S3TestServer;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Opens buckets on a test server.
 */
public final class TestBuckets {

	private TestBuckets() {
	}

	public static ObjectStore open(S3TestServer server) throws IOException {
		S3Client s3 = S3Client.builder()
			.endpointOverride(server.endpoint())
			.forcePathStyle(true)
			.region(Region.US_EAST_1)
			.credentialsProvider(StaticCredentialsProvider
				.create(AwsBasicCredentials.create(S3TestServer.ACCESS_KEY, S3TestServer.SECRET_KEY)))
			.build();
		return new ObjectStore(s3, server.newBucket());
	}

}
