package org.imageingest.source.identity;

import org.imageingest.model.identity.IdentityKey;
import org.imageingest.source.IngestProperties;
import org.imageingest.store.IdentityKeyCheck;
import org.imageingest.store.ObjectStore;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Reads the identity key and holds it against the bucket.
 */
@Configuration(proxyBeanMethods = false)
class IdentityConfiguration {

	@Bean
	IdentityKey identityKey(IngestProperties properties) {
		return IdentityKey.ofHex(properties.identityKey());
	}

	@Bean
	IdentityKeyCheck identityKeyCheck(IdentityKey key, ObjectStore store) {
		return new IdentityKeyCheck(key, store);
	}

}
