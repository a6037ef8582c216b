package org.imageingest.endtoend.broker;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.rabbitmq.RabbitMQContainer;

/**
 * A RabbitMQ: the one that the environment names, else one on this machine, else one in a
 * container.
 */
public final class RabbitServer implements AutoCloseable {

	/** What to do where none is found. */
	public static final String MISSING = "No RabbitMQ: set RABBITMQ_HOST, or start one on localhost:5672 "
			+ "with the user guest, or have Docker running";

	private static final Logger logger = LoggerFactory.getLogger(RabbitServer.class);

	private static final String IMAGE = "rabbitmq:4-management-alpine";

	private static final String GUEST = "guest";

	private static final int AMQP_PORT = 5672;

	private final RabbitAddress address;

	private final Runnable stop;

	private RabbitServer(RabbitAddress address, Runnable stop) {
		this.address = address;
		this.stop = stop;
		logger.info("RabbitMQ: {}", address);
	}

	/**
	 * Looks for a RabbitMQ.
	 * @return nothing if there is none
	 * @throws IllegalStateException if one is named that does not answer
	 */
	public static Optional<RabbitServer> find() {
		if (setting("RABBITMQ_HOST").isPresent()) {
			return Optional.of(named());
		}
		Optional<RabbitServer> found = local().or(RabbitServer::container);
		if (found.isEmpty()) {
			logger.warn(MISSING);
		}
		return found;
	}

	private static RabbitServer named() {
		RabbitAddress address = new RabbitAddress(setting("RABBITMQ_HOST").orElseThrow(),
				setting("RABBITMQ_PORT").map(Integer::valueOf).orElse(AMQP_PORT),
				setting("RABBITMQ_USERNAME").orElse(GUEST), setting("RABBITMQ_PASSWORD").orElse(GUEST));
		try {
			address.probe();
			return new RabbitServer(address, () -> {
			});
		}
		catch (IOException | TimeoutException ex) {
			// Whoever names one wants these tests to run.
			throw new IllegalStateException("RABBITMQ_HOST names " + address + ", which does not answer", ex);
		}
	}

	private static Optional<String> setting(String name) {
		return Optional.ofNullable(System.getProperty(name, System.getenv(name))).filter((value) -> !value.isBlank());
	}

	private static Optional<RabbitServer> local() {
		RabbitAddress address = new RabbitAddress("localhost", AMQP_PORT, GUEST, GUEST);
		try {
			address.probe();
			return Optional.of(new RabbitServer(address, () -> {
			}));
		}
		catch (IOException | TimeoutException ex) {
			logger.info("{} is no RabbitMQ for guests: {}", address, ex.toString());
			return Optional.empty();
		}
	}

	private static Optional<RabbitServer> container() {
		if (!DockerClientFactory.instance().isDockerAvailable()) {
			return Optional.empty();
		}
		RabbitMQContainer container = new RabbitMQContainer(IMAGE);
		container.start();
		return Optional.of(new RabbitServer(new RabbitAddress(container.getHost(), container.getAmqpPort(),
				container.getAdminUsername(), container.getAdminPassword()), container::stop));
	}

	public RabbitAddress address() {
		return this.address;
	}

	@Override
	public void close() {
		this.stop.run();
	}

}
