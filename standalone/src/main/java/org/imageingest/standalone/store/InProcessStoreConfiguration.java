package org.imageingest.standalone.store;

import org.imageingest.data.store.EmbeddedObjectStore;
import org.imageingest.store.StoreMetrics;
import software.amazon.awssdk.services.s3.S3Client;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Lets an app reach the object store of its own process by calls instead of HTTP.
 */
@Configuration(proxyBeanMethods = false)
public class InProcessStoreConfiguration {

	@Bean
	S3Client s3Client(EmbeddedObjectStore store, StoreMetrics metrics) {
		return store.client(metrics::call);
	}

}
