package org.imageingest.messaging;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.messaging.Message;

/**
 * Counts the messages that are parked, as {@code ingest.dead.letters}.
 */
final class CountedDeadLetters implements DeadLetters {

	private final DeadLetters target;

	private final Counter parked;

	CountedDeadLetters(DeadLetters target, MeterRegistry registry) {
		this.target = target;
		this.parked = Counter.builder("ingest.dead.letters").description("Messages parked here").register(registry);
	}

	@Override
	public void park(Message<byte[]> delivery, String reason) {
		this.target.park(delivery, reason);
		this.parked.increment();
	}

}
