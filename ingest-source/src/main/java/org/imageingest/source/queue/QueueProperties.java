package org.imageingest.source.queue;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the queues of the pipeline are called on the broker.
 *
 * @param processor queue in front of the processors; unknown where absent, and then jobs
 * that wait there are never taken for stuck
 * @param sink queue in front of the sinks; unknown where absent, and then jobs that may
 * wait there are never taken for stuck
 * @param deadLetters queues of parked messages, which are taken over from there; empty
 * where another tool looks after them
 */
@ConfigurationProperties("ingest.queues")
public record QueueProperties(@Nullable String processor, @Nullable String sink,
		@DefaultValue List<String> deadLetters) {
}
