package org.imageingest.endtoend.broker;

import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.TimeoutException;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;

/**
 * Names of one run's own, so that it may share a RabbitMQ with others.
 *
 * @param uploaded from the source to the processor
 * @param processed from the processor to the sink
 * @param events back to the source
 */
public record Destinations(String uploaded, String processed, String events) {

	private static final String DEAD_LETTERS = ".dlq";

	/**
	 * Makes names that nobody else uses.
	 * @return the names
	 */
	public static Destinations ofOneRun() {
		String run = UUID.randomUUID().toString().substring(0, 8);
		return new Destinations("end-to-end-uploaded-" + run, "end-to-end-processed-" + run,
				"end-to-end-events-" + run);
	}

	/**
	 * Leaves the broker as it was found; for when nobody is connected any more.
	 * @param broker the broker
	 */
	public void deleteFrom(RabbitAddress broker) {
		try (Connection connection = broker.connect(); Channel channel = connection.createChannel()) {
			delete(channel, this.uploaded, "resize-processor");
			delete(channel, this.processed, "s3-sink");
			delete(channel, this.events, "ingest-source");
		}
		catch (IOException | TimeoutException ex) {
			throw new IllegalStateException("Queues of this run may be left on " + broker, ex);
		}
	}

	/** What does not exist counts as deleted. */
	private static void delete(Channel channel, String destination, String group) throws IOException {
		String queue = destination + "." + group;
		channel.queueDelete(queue);
		channel.queueDelete(queue + DEAD_LETTERS);
		channel.exchangeDelete(destination);
	}

}
