package org.imageingest.store;

import java.net.URI;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * Builds the SDK's clients from our settings.
 */
final class S3Clients {

	private final StoreProperties properties;

	S3Clients(StoreProperties properties) {
		this.properties = properties;
	}

	S3Client client() {
		return S3Client.builder()
			.region(Region.of(this.properties.region()))
			.endpointOverride(this.properties.endpoint())
			.forcePathStyle(this.properties.usesPathStyle())
			.credentialsProvider(credentials())
			.requestChecksumCalculation(RequestChecksumCalculation.fromValue(this.properties.requestChecksums().name()))
			.responseChecksumValidation(
					ResponseChecksumValidation.fromValue(this.properties.responseChecksums().name()))
			.httpClientBuilder(Apache5HttpClient.builder()
				.maxConnections(this.properties.maxConnections())
				.connectionTimeout(this.properties.connectTimeout())
				.socketTimeout(this.properties.attemptTimeout()))
			.overrideConfiguration((override) -> override.apiCallTimeout(this.properties.callTimeout())
				.apiCallAttemptTimeout(this.properties.attemptTimeout()))
			.build();
	}

	S3Presigner presigner() {
		return S3Presigner.builder()
			.region(Region.of(this.properties.region()))
			.endpointOverride(publicEndpoint())
			.serviceConfiguration(
					S3Configuration.builder().pathStyleAccessEnabled(this.properties.usesPathStyle()).build())
			.credentialsProvider(credentials())
			.build();
	}

	private @Nullable URI publicEndpoint() {
		return (this.properties.publicEndpoint() != null) ? this.properties.publicEndpoint()
				: this.properties.endpoint();
	}

	private AwsCredentialsProvider credentials() {
		String accessKey = this.properties.accessKey();
		String secretKey = this.properties.secretKey();
		if (accessKey != null && secretKey != null) {
			return StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, secretKey));
		}
		return DefaultCredentialsProvider.builder().build();
	}

}
