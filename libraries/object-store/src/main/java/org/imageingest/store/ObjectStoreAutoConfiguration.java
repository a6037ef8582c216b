package org.imageingest.store;

import java.time.Clock;

import software.amazon.awssdk.services.s3.S3Client;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;

/**
 * Gives an app its object store.
 */
@AutoConfiguration(after = { JacksonAutoConfiguration.class, SslAutoConfiguration.class })
@EnableConfigurationProperties(StoreProperties.class)
public final class ObjectStoreAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	Clock clock() {
		return Clock.systemUTC();
	}

	@Bean
	S3Clients s3Clients(StoreProperties properties, SslBundles bundles) {
		return new S3Clients(properties, bundles);
	}

	@Bean
	StoreMetrics storeMetrics() {
		return new StoreMetrics();
	}

	@Bean
	@ConditionalOnMissingBean
	S3Client s3Client(S3Clients clients, StoreMetrics metrics) {
		return clients.client(metrics);
	}

	@Bean
	ObjectStore objectStore(S3Client s3Client, StoreProperties properties) {
		return new ObjectStore(s3Client, properties.bucket());
	}

	@Bean
	ImageDocuments imageDocuments(ObjectStore store, JsonMapper json) {
		return new ImageDocuments(store, json);
	}

	@Bean
	ImagePublisher imagePublisher(ObjectStore store, ImageDocuments documents, JsonMapper json, Clock clock) {
		return new ImagePublisher(documents, new ImageObjects(store), new Tombstones(store, json), clock);
	}

	@Bean
	ImageRenewer imageRenewer(ObjectStore store, ImageDocuments documents, JsonMapper json, Clock clock) {
		return new ImageRenewer(documents, new ImageObjects(store), new Tombstones(store, json), clock);
	}

	@Bean
	ImageRemover imageRemover(ObjectStore store, ImageDocuments documents, JsonMapper json) {
		return new ImageRemover(documents, new ImageObjects(store), new Tombstones(store, json));
	}

	@Bean
	ImageSweep imageSweep(ObjectStore store, ImageDocuments documents) {
		return new ImageSweep(store, documents);
	}

	@Bean
	@ConditionalOnMissingBean
	ImageUrls imageUrls(S3Clients clients, StoreProperties properties, Clock clock) {
		return new PresignedImageUrls(clients.presigner(), properties, clock);
	}

	@Bean
	StoreHealthIndicator storeHealthIndicator(ObjectStore store, StoreProperties properties) {
		return new StoreHealthIndicator(store, properties.bucket());
	}

}
