package org.imageingest.bulk;

import org.imageingest.model.identity.IdentityKey;
import org.imageingest.photo.PhotoProcessingConfiguration;
import org.imageingest.store.IdentityKeyCheck;
import org.imageingest.store.ObjectStore;

import org.springframework.batch.core.configuration.support.MapJobRegistry;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * What all jobs share.
 */
@Configuration(proxyBeanMethods = false)
public class BulkJobsConfiguration {

	/**
	 * Set to false by commands that only look at jobs: they start no worker processes and
	 * do not ask the store.
	 */
	public static final String WORKING = "bulk.working";

	@Bean
	MapJobRegistry jobRegistry() {
		return new MapJobRegistry();
	}

	/** What works on photos. */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnBooleanProperty(name = WORKING, matchIfMissing = true)
	@Import(PhotoProcessingConfiguration.class)
	static class WorkConfiguration {

		@Bean
		IdentityKey identityKey(IdentityProperties properties) {
			return IdentityKey.ofHex(properties.identityKey());
		}

		@Bean
		IdentityKeyCheck identityKeyCheck(IdentityKey key, ObjectStore store) {
			return new IdentityKeyCheck(key, store);
		}

	}

}
