package org.imageingest.source.sweep;

import java.time.Duration;

import org.imageingest.source.upkeep.Upkeep;
import org.imageingest.source.upkeep.Upkeep.Turn;
import org.imageingest.source.upkeep.UpkeepTask;
import org.imageingest.store.SweptPage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;

import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Goes on with the searches step by step, one instance at a time, from where the last
 * step ended, whoever made it.
 */
@Component
class SweepSchedule {

	private static final Logger logger = LoggerFactory.getLogger(SweepSchedule.class);

	private static final Duration AFTER_A_FAULT = Duration.ofMinutes(1);

	private final Upkeep upkeep;

	private final Sweeps sweeps;

	private final SweepProperties properties;

	private boolean begun;

	SweepSchedule(Upkeep upkeep, Sweeps sweeps, SweepProperties properties) {
		this.upkeep = upkeep;
		this.sweeps = sweeps;
		this.properties = properties;
	}

	@Scheduled(fixedDelayString = "${ingest.sweep.step:1s}")
	void step() {
		try {
			if (this.properties.soleWriter() && !this.begun) {
				this.upkeep.beginAnew(UpkeepTask.STAGING_SWEEP);
			}
			this.begun = true;
			this.upkeep.take(UpkeepTask.STAGING_SWEEP).ifPresent((turn) -> step(turn, this.properties.interval()));
			this.upkeep.take(UpkeepTask.IMAGE_SWEEP).ifPresent((turn) -> step(turn, this.properties.imageInterval()));
		}
		catch (DataAccessException ex) {
			logger.warn("Nothing is swept while the database does not answer: {}", ex.getMessage());
		}
	}

	private void step(Turn turn, Duration interval) {
		String position = turn.position();
		Duration due = AFTER_A_FAULT;
		try {
			SweptPage page = this.sweeps.page(turn.task(), position, true);
			if (!page.removed().isEmpty()) {
				logger.info("{} removed {} of {} objects, first {}", turn.task(), page.removed().size(), page.seen(),
						page.removed().getFirst());
			}
			position = page.next();
			due = (position != null) ? this.properties.step() : interval;
		}
		catch (SdkException ex) {
			logger.warn("{} goes on when the store answers: {}", turn.task(), ex.getMessage());
		}
		finally {
			this.upkeep.end(turn, position, due);
		}
	}

}
