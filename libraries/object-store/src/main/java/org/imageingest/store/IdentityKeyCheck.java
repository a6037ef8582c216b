package org.imageingest.store;

import java.nio.charset.StandardCharsets;

import org.imageingest.model.identity.IdentityKey;
import org.imageingest.model.storage.ObjectKeys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.InitializingBean;

/**
 * Leaves the key's fingerprint in an empty bucket, and refuses to start on a bucket that
 * was filled under another key: every photo would get a second name there.
 */
public final class IdentityKeyCheck implements InitializingBean {

	private static final Logger logger = LoggerFactory.getLogger(IdentityKeyCheck.class);

	private final IdentityKey key;

	private final ObjectStore store;

	public IdentityKeyCheck(IdentityKey key, ObjectStore store) {
		this.key = key;
		this.store = store;
	}

	@Override
	public void afterPropertiesSet() {
		byte[] fingerprint = this.key.fingerprint().getBytes(StandardCharsets.US_ASCII);
		if (this.store.putIfAbsent(ObjectKeys.IDENTITY_FINGERPRINT, fingerprint, "text/plain")) {
			logger.info("This bucket belongs to the configured identity key from now on");
			return;
		}
		String stored = this.store.find(ObjectKeys.IDENTITY_FINGERPRINT)
			.map((object) -> new String(object.content(), StandardCharsets.US_ASCII))
			.orElse("");
		if (!stored.equals(this.key.fingerprint())) {
			throw new IllegalStateException("The bucket was filled under another identity key (fingerprint "
					+ stored.substring(0, Math.min(8, stored.length())) + "..., configured "
					+ this.key.fingerprint().substring(0, 8) + "...): restore the key from the backup");
		}
	}

}
