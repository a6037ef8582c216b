package org.imageingest.source.idempotency;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long requests with an {@code Idempotency-Key} are remembered.
 *
 * @param retention how long an answer can be had again
 * @param lease time after which a request that was begun by an instance that died may be
 * begun again; a living one renews it
 * @param renewalInterval pause between two renewals, well below the lease
 * @param cleanupInterval pause between two removals of what need not be remembered any
 * more
 */
@ConfigurationProperties("ingest.idempotency")
public record IdempotencyProperties(@DefaultValue("24h") Duration retention, @DefaultValue("2m") Duration lease,
		@DefaultValue("30s") Duration renewalInterval, @DefaultValue("10m") Duration cleanupInterval) {
}
