package org.imageingest.store;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * Up while the bucket answers.
 */
final class StoreHealthIndicator extends AbstractHealthIndicator {

	private final ObjectStore store;

	private final String bucket;

	StoreHealthIndicator(ObjectStore store, String bucket) {
		super("The object store does not answer");
		this.store = store;
		this.bucket = bucket;
	}

	@Override
	protected void doHealthCheck(Health.Builder builder) {
		this.store.probe();
		builder.up().withDetail("bucket", this.bucket);
	}

}
