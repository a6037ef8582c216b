package org.imageingest.standalone.broker;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.apache.qpid.server.model.Queue;
import org.jspecify.annotations.Nullable;

/**
 * A queue that is there before any app starts, because the binder cannot ask this broker
 * for dead-letter settings: it ignores the arguments by which RabbitMQ takes them.
 *
 * @param name the queue
 * @param deadLetters the queue that takes what was delivered too often, if any
 */
public record QueueSettings(String name, @Nullable String deadLetters) {

	/**
	 * With this limit the broker parks what a consumer rejects without asking for it
	 * back, as RabbitMQ does. It looks at its limit only then: a message asked back, or
	 * left behind by a lost connection, is delivered again however often. With any higher
	 * limit a rejected message stays in the queue, but is not shown to that consumer
	 * again.
	 */
	private static final int PARK_REJECTED = 1;

	private static final int PARK_NOTHING = 0;

	/**
	 * Returns the queues of the pipeline as the binder names them.
	 * @return the queues, dead-letter queues before those that point to them
	 */
	public static List<QueueSettings> ofPipeline() {
		return List.of(plain("uploaded-images.resize-processor.dlq"),
				withDeadLetters("uploaded-images.resize-processor"), plain("processed-images.s3-sink.dlq"),
				withDeadLetters("processed-images.s3-sink"),
				// Its consumer retries without limit and parks nothing.
				plain("ingest-events.ingest-source"));
	}

	private static QueueSettings plain(String name) {
		return new QueueSettings(name, null);
	}

	private static QueueSettings withDeadLetters(String name) {
		return new QueueSettings(name, name + ".dlq");
	}

	Map<String, Object> attributes() {
		Map<String, Object> attributes = new LinkedHashMap<>();
		attributes.put(Queue.NAME, this.name);
		attributes.put(Queue.TYPE, "standard");
		attributes.put(Queue.DURABLE, true);
		attributes.put(Queue.MAXIMUM_DELIVERY_ATTEMPTS, (this.deadLetters != null) ? PARK_REJECTED : PARK_NOTHING);
		if (this.deadLetters != null) {
			attributes.put(Queue.ALTERNATE_BINDING, Map.of("destination", this.deadLetters));
		}
		return attributes;
	}

}
