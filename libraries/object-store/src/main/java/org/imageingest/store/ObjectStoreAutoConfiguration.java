package org.imageingest.store;

import java.time.Clock;

import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * Gives an app its object store.
 */
@AutoConfiguration(after = JacksonAutoConfiguration.class)
@EnableConfigurationProperties(StoreProperties.class)
public final class ObjectStoreAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	Clock clock() {
		return Clock.systemUTC();
	}

	@Bean
	S3Client s3Client(StoreProperties properties) {
		return new S3Clients(properties).client();
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
	@ConditionalOnMissingBean
	ImageUrls imageUrls(StoreProperties properties, Clock clock) {
		S3Presigner presigner = new S3Clients(properties).presigner();
		return new PresignedImageUrls(presigner, properties, clock);
	}

	@Bean
	StoreHealthIndicator storeHealthIndicator(ObjectStore store, StoreProperties properties) {
		return new StoreHealthIndicator(store, properties.bucket());
	}

}
