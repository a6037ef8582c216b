package org.imageingest.store;

import java.net.URI;
import java.util.List;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.ssl.SslManagerBundle;

/**
 * Builds the SDK's clients from our settings.
 */
final class S3Clients {

	private final StoreProperties properties;

	private final @Nullable SslBundle sslBundle;

	/**
	 * Makes a builder of clients.
	 * @param properties our settings
	 * @param bundles where a bundle named in the settings is found
	 * @throws org.springframework.boot.ssl.NoSuchSslBundleException if there is none of
	 * that name
	 */
	S3Clients(StoreProperties properties, SslBundles bundles) {
		this.properties = properties;
		this.sslBundle = (properties.sslBundle() != null) ? bundles.getBundle(properties.sslBundle()) : null;
	}

	/**
	 * Makes the client.
	 * @param interceptors look at every call
	 * @return a client, to be closed
	 */
	S3Client client(ExecutionInterceptor... interceptors) {
		S3ClientBuilder builder = S3Client.builder();
		if (this.properties.leavesBodiesUnsigned()) {
			builder.putAuthScheme(new UnsignedBodies());
		}
		return builder.region(Region.of(this.properties.region()))
			.endpointOverride(this.properties.endpoint())
			.forcePathStyle(this.properties.usesPathStyle())
			.credentialsProvider(credentials())
			.requestChecksumCalculation(RequestChecksumCalculation.fromValue(this.properties.requestChecksums().name()))
			.responseChecksumValidation(
					ResponseChecksumValidation.fromValue(this.properties.responseChecksums().name()))
			.httpClientBuilder(httpClient())
			.overrideConfiguration((override) -> override.executionInterceptors(List.of(interceptors))
				.apiCallTimeout(this.properties.callTimeout())
				.apiCallAttemptTimeout(this.properties.attemptTimeout()))
			.build();
	}

	private Apache5HttpClient.Builder httpClient() {
		Apache5HttpClient.Builder builder = Apache5HttpClient.builder()
			.maxConnections(this.properties.maxConnections())
			.connectionTimeout(this.properties.connectTimeout())
			.socketTimeout(this.properties.attemptTimeout());
		if (this.sslBundle != null) {
			SslManagerBundle managers = this.sslBundle.getManagers();
			builder.tlsTrustManagersProvider(managers::getTrustManagers)
				.tlsKeyManagersProvider(managers::getKeyManagers);
		}
		return builder;
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
