package org.imageingest.source.deadletter;

import org.imageingest.source.staging.RetentionProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Removes letters that there is nothing left to do about.
 */
@Component
class LetterRetention {

	private static final Logger logger = LoggerFactory.getLogger(LetterRetention.class);

	private final Letters letters;

	private final RetentionProperties properties;

	LetterRetention(Letters letters, RetentionProperties properties) {
		this.letters = letters;
		this.properties = properties;
	}

	@Scheduled(fixedDelayString = "${ingest.sweep.interval:1h}")
	void expire() {
		int settled = this.letters.removeSettled();
		int old = this.letters.removeOlderThan(this.properties.deadLetterRetention());
		if (settled + old > 0) {
			logger.info("Removed {} dead letters whose jobs went on, and {} older than {}", settled, old,
					this.properties.deadLetterRetention());
		}
	}

}
