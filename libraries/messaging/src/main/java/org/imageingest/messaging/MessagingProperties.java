package org.imageingest.messaging;

import java.time.Duration;

import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How messages are handed on.
 *
 * @param confirmTimeout longest wait for the broker to confirm a message
 * @param progressDelay how long a stage has to last before it is told; 0 tells each
 * @param deadLetterQueue queue for messages that keep failing; the input queue's name
 * with the ending .dlq where absent
 * @param shutdownTimeout longest wait for the message in hand when the app is asked to
 * stop; then it goes back to its queue
 * @param retry retry of transient faults
 */
@Validated
@ConfigurationProperties("messaging")
public record MessagingProperties(@DefaultValue("10s") Duration confirmTimeout,
		@DefaultValue("100ms") Duration progressDelay, @Nullable String deadLetterQueue,
		@DefaultValue("20s") Duration shutdownTimeout, @DefaultValue Retry retry) {

	/**
	 * Retry of transient faults inside the app.
	 *
	 * @param attempts attempts in all, the first included; keep it below the broker's
	 * delivery limit
	 * @param delay wait before the second attempt
	 * @param multiplier growth of the wait from attempt to attempt
	 * @param maxDelay longest wait
	 */
	public record Retry(@Min(1) @DefaultValue("4") int attempts, @DefaultValue("500ms") Duration delay,
			@DefaultValue("3") double multiplier, @DefaultValue("10s") Duration maxDelay) {
	}

}
