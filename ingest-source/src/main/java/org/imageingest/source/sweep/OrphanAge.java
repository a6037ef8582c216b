package org.imageingest.source.sweep;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.imageingest.store.ObjectStore;

import org.springframework.stereotype.Component;

/**
 * Tells what is old. Ages are those of the store's clock; where that and the own one
 * differ, the earlier counts, so that a clock that was set wrong makes nothing old.
 */
@Component
class OrphanAge {

	private final ObjectStore store;

	private final SweepProperties properties;

	private final Clock clock;

	private final Instant startedAt;

	OrphanAge(ObjectStore store, SweepProperties properties, Clock clock) {
		this.store = store;
		this.properties = properties;
		this.clock = clock;
		// Listings may tell whole seconds only; what is staged from now on is not older.
		this.startedAt = clock.instant().truncatedTo(ChronoUnit.SECONDS);
	}

	/**
	 * Returns the time before which published objects are old.
	 * @return a time of the store's clock
	 */
	Instant ofPublished() {
		Instant own = this.clock.instant();
		Instant now = this.store.time().filter(own::isAfter).orElse(own);
		return now.minus(this.properties.orphanAge());
	}

	/**
	 * Returns the time before which staged objects without a job are old. A sole writer
	 * knows that nobody is about to claim what was there before it started.
	 * @return a time of the store's clock
	 */
	Instant ofStaged() {
		Instant aged = ofPublished();
		return (this.properties.soleWriter() && this.startedAt.isAfter(aged)) ? this.startedAt : aged;
	}

}
