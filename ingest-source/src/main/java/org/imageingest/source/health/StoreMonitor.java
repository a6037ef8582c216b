package org.imageingest.source.health;

import org.imageingest.store.ObjectStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks at the object store now and then, so that a request need not.
 */
@Component
class StoreMonitor {

	private static final Logger logger = LoggerFactory.getLogger(StoreMonitor.class);

	private final ObjectStore store;

	private volatile boolean up = true;

	StoreMonitor(ObjectStore store) {
		this.store = store;
	}

	boolean isUp() {
		return this.up;
	}

	@Scheduled(fixedDelay = 2000)
	void look() {
		try {
			this.store.probe();
			if (!this.up) {
				logger.info("The object store answers again");
			}
			this.up = true;
		}
		catch (SdkException ex) {
			if (this.up) {
				logger.warn("The object store does not answer: {}", ex.getMessage());
			}
			this.up = false;
		}
	}

}
