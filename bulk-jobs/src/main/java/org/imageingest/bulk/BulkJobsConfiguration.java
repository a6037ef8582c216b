package org.imageingest.bulk;

import org.imageingest.model.identity.IdentityKey;
import org.imageingest.photo.PhotoProcessingConfiguration;
import org.imageingest.store.IdentityKeyCheck;
import org.imageingest.store.ObjectStore;

import org.springframework.batch.core.configuration.support.MapJobRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * What all jobs share.
 */
@Configuration(proxyBeanMethods = false)
@Import(PhotoProcessingConfiguration.class)
class BulkJobsConfiguration {

	@Bean
	IdentityKey identityKey(IdentityProperties properties) {
		return IdentityKey.ofHex(properties.identityKey());
	}

	@Bean
	IdentityKeyCheck identityKeyCheck(IdentityKey key, ObjectStore store) {
		return new IdentityKeyCheck(key, store);
	}

	@Bean
	MapJobRegistry jobRegistry() {
		return new MapJobRegistry();
	}

}
