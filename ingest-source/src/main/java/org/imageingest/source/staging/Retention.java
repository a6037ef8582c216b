package org.imageingest.source.staging;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Takes back the offer to send failed jobs again, once it has stood for long enough. Only
 * then do their staged bytes go. Safe for two instances at once: the row changes once.
 */
@Component
class Retention {

	private static final Logger logger = LoggerFactory.getLogger(Retention.class);

	private final JdbcClient jdbc;

	private final RetentionProperties properties;

	Retention(JdbcClient jdbc, RetentionProperties properties) {
		this.jdbc = jdbc;
		this.properties = properties;
	}

	@Scheduled(fixedDelayString = "${ingest.sweep.interval:1h}")
	void expire() {
		int expired = this.jdbc.sql("""
				update job set retryable = false, staging_cleaned = false, updated_at = current_timestamp,
				               change_number = 0
				where status = 'failed' and retryable = true and finished_at <= current_timestamp - interval '%s' second
				""".formatted(this.properties.deadLetterRetention().toSeconds())).update();
		if (expired > 0) {
			logger.info("{} jobs failed more than {} ago and cannot be sent again any more", expired,
					this.properties.deadLetterRetention());
		}
	}

}
