package org.imageingest.source.idempotency;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Renews the leases of the requests that this instance works on, and removes rows that
 * need not be remembered any more.
 */
@Component
class LeaseKeeper {

	private static final Logger logger = LoggerFactory.getLogger(LeaseKeeper.class);

	private static final int BATCH = 500;

	private final Set<String> holders = ConcurrentHashMap.newKeySet();

	private final IdempotencyRecords records;

	private final IdempotencyProperties properties;

	LeaseKeeper(IdempotencyRecords records, IdempotencyProperties properties) {
		this.records = records;
		this.properties = properties;
	}

	void keep(String holder) {
		this.holders.add(holder);
	}

	void drop(String holder) {
		this.holders.remove(holder);
	}

	@Scheduled(fixedDelayString = "${ingest.idempotency.renewal-interval:30s}")
	void renew() {
		List<String> living = new ArrayList<>(this.holders);
		for (int from = 0; from < living.size(); from += BATCH) {
			this.records.renew(living.subList(from, Math.min(from + BATCH, living.size())), this.properties.lease());
		}
	}

	@Scheduled(fixedDelayString = "${ingest.idempotency.cleanup-interval:10m}")
	void removeExpired() {
		int removed = this.records.removeExpired();
		if (removed > 0) {
			logger.info("{} idempotency keys need not be remembered any more", removed);
		}
	}

}
