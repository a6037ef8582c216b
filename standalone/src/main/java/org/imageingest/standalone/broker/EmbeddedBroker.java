package org.imageingest.standalone.broker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeoutException;

import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import org.apache.qpid.server.SystemLauncher;
import org.apache.qpid.server.model.Broker;
import org.apache.qpid.server.model.Port;
import org.apache.qpid.server.model.SystemConfig;
import org.apache.qpid.server.model.port.AmqpPort;
import org.imageingest.data.StartException;

/**
 * An AMQP 0-9-1 broker in this process, on 127.0.0.1 only, whose confirmed messages
 * survive the process.
 */
public final class EmbeddedBroker implements AutoCloseable {

	private static final int LOGIN_TIMEOUT_MILLIS = 10_000;

	private final SystemLauncher launcher;

	private final int port;

	private EmbeddedBroker(SystemLauncher launcher, int port) {
		this.launcher = launcher;
		this.port = port;
	}

	/**
	 * Starts a broker and logs in to it once.
	 * @param settings what it needs to know
	 * @return the running broker
	 * @throws StartException if it does not run then
	 */
	public static EmbeddedBroker start(BrokerSettings settings) {
		StartupRecord startup = new StartupRecord();
		SystemLauncher launcher = new SystemLauncher(startup);
		try {
			launch(launcher, settings);
			Broker<?> broker = startup.broker();
			BrokerExitHook.removeFrom(broker);
			int port = boundPort(broker);
			new QueueDeclaration(settings.queues()).declareOn(broker);
			logIn(settings, port);
			return new EmbeddedBroker(launcher, port);
		}
		catch (Exception ex) {
			launcher.shutdown();
			throw new StartException("The broker did not start on port %s with the folder %s: %s".formatted(
					(settings.port() != 0) ? Integer.toString(settings.port()) : "(any free)", settings.folder(),
					ex.getMessage()), ex);
		}
	}

	private static void launch(SystemLauncher launcher, BrokerSettings settings) throws Exception {
		Path work = Files.createDirectories(settings.folder().toAbsolutePath());
		Path model = Files.createTempFile(work, "model-", ".json");
		try {
			Files.writeString(model, new BrokerModel(settings).toJson());
			launcher.startup(Map.of(SystemConfig.TYPE, "Memory", SystemConfig.INITIAL_CONFIGURATION_LOCATION,
					model.toUri().toString(), SystemConfig.STARTUP_LOGGED_TO_SYSTEM_OUT, false, SystemConfig.CONTEXT,
					Map.of(SystemConfig.QPID_WORK_DIR, work.toString())));
		}
		finally {
			// The password stands in it.
			Files.delete(model);
		}
	}

	private static int boundPort(Broker<?> broker) {
		int port = broker.getChildByName(Port.class, BrokerModel.PORT) instanceof AmqpPort<?> amqp ? amqp.getBoundPort()
				: -1;
		if (port <= 0) {
			throw new IllegalStateException("it does not listen; another program may have the port");
		}
		return port;
	}

	private static void logIn(BrokerSettings settings, int port) throws IOException, TimeoutException {
		ConnectionFactory factory = new ConnectionFactory();
		factory.setHost("127.0.0.1");
		factory.setPort(port);
		factory.setUsername(settings.user());
		factory.setPassword(settings.password());
		factory.setConnectionTimeout(LOGIN_TIMEOUT_MILLIS);
		factory.setAutomaticRecoveryEnabled(false);
		try (Connection connection = factory.newConnection("start check")) {
			connection.createChannel().close();
		}
	}

	/**
	 * Returns where it listens.
	 * @return a TCP port on 127.0.0.1
	 */
	public int port() {
		return this.port;
	}

	@Override
	public void close() {
		this.launcher.shutdown();
	}

}
