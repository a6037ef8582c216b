package org.imageingest.standalone.broker;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.Delivery;
import com.rabbitmq.client.GetResponse;
import com.rabbitmq.client.MessageProperties;
import com.rabbitmq.client.PossibleAuthenticationFailureException;
import org.imageingest.data.StartException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

class EmbeddedBrokerIntegrationTests {

	private static final String QUEUE = "uploaded-images.resize-processor";

	private static final int MANY_TIMES = 30;

	@TempDir
	Path folder;

	@Test
	void confirmedMessageSurvivesRestartOfTheBroker() throws Exception {
		try (EmbeddedBroker broker = start(0);
				Connection connection = connect(broker, "secret");
				Channel channel = connection.createChannel()) {
			publishConfirmed(channel, "kept");
		}
		try (EmbeddedBroker broker = start(0);
				Connection connection = connect(broker, "secret");
				Channel channel = connection.createChannel()) {
			assertThat(channel.basicGet(QUEUE, true)).extracting(EmbeddedBrokerIntegrationTests::body)
				.isEqualTo("kept");
			assertThat(channel.messageCount(QUEUE)).isZero();
		}
	}

	@Test
	void bindingOfTheBinderSurvivesRestart() throws Exception {
		try (EmbeddedBroker broker = start(0);
				Connection connection = connect(broker, "secret");
				Channel channel = connection.createChannel()) {
			channel.exchangeDeclare("uploaded-images", "topic", true);
			// The binder declares with arguments that this broker does not know.
			channel.queueDeclare(QUEUE, true, false, false,
					Map.of("x-dead-letter-exchange", "DLX", "x-dead-letter-routing-key", QUEUE));
			channel.queueBind(QUEUE, "uploaded-images", "#");
		}
		try (EmbeddedBroker broker = start(0);
				Connection connection = connect(broker, "secret");
				Channel channel = connection.createChannel()) {
			channel.confirmSelect();
			channel.basicPublish("uploaded-images", "any", MessageProperties.PERSISTENT_TEXT_PLAIN, new byte[] { 1 });
			channel.waitForConfirmsOrDie(10_000);
			assertThat(channel.messageCount(QUEUE)).isOne();
		}
	}

	@Test
	void rejectedMessageIsParkedWithTheDeadLetters() throws Exception {
		try (EmbeddedBroker broker = start(0);
				Connection connection = connect(broker, "secret");
				Channel channel = connection.createChannel()) {
			publishConfirmed(channel, "poison");

			assertThat(nack(connection, false)).isOne();

			await().atMost(Duration.ofSeconds(10)).until(() -> channel.messageCount(QUEUE + ".dlq") == 1);
			assertThat(channel.basicGet(QUEUE + ".dlq", true)).extracting(EmbeddedBrokerIntegrationTests::body)
				.isEqualTo("poison");
		}
	}

	@Test
	void messageAskedBackIsDeliveredAgainHoweverOften() throws Exception {
		try (EmbeddedBroker broker = start(0);
				Connection connection = connect(broker, "secret");
				Channel channel = connection.createChannel()) {
			publishConfirmed(channel, "wanted");

			assertThat(nack(connection, true)).isEqualTo(MANY_TIMES);

			assertThat(channel.messageCount(QUEUE + ".dlq")).isZero();
		}
	}

	@Test
	void messageOfALostConsumerIsDeliveredAgain() throws Exception {
		try (EmbeddedBroker broker = start(0);
				Connection connection = connect(broker, "secret");
				Channel channel = connection.createChannel()) {
			publishConfirmed(channel, "wanted");

			for (int time = 0; time < MANY_TIMES; time++) {
				try (Channel consumer = connection.createChannel()) {
					assertThat(consume(consumer).poll(5, TimeUnit.SECONDS)).isNotNull();
				}
			}

			assertThat(channel.messageCount(QUEUE + ".dlq")).isZero();
		}
	}

	@Test
	void wrongPasswordIsRefused() {
		try (EmbeddedBroker broker = start(0)) {
			assertThatExceptionOfType(PossibleAuthenticationFailureException.class)
				.isThrownBy(() -> connect(broker, "wrong"));
		}
	}

	@Test
	void listensOnTheLoopbackInterfaceOnly() throws Exception {
		try (EmbeddedBroker broker = start(0);
				ServerSocket other = new ServerSocket(broker.port(), 1, InetAddress.getByName("127.0.0.2"))) {
			assertThat(other.isBound()).isTrue();
		}
	}

	@Test
	void takenPortStopsTheStartAndIsNamed() throws Exception {
		try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
			assertThatExceptionOfType(StartException.class).isThrownBy(() -> start(taken.getLocalPort()))
				.withMessageContaining(Integer.toString(taken.getLocalPort()))
				.withMessageContaining(this.folder.toString());
		}
	}

	@Test
	void leavesNoPasswordBehind() {
		try (EmbeddedBroker broker = start(0)) {
			assertThat(this.folder).isDirectoryNotContaining("glob:**.json");
		}
	}

	private EmbeddedBroker start(int port) {
		return EmbeddedBroker
			.start(new BrokerSettings(this.folder, port, "pipeline", "secret", QueueSettings.ofPipeline()));
	}

	private static Connection connect(EmbeddedBroker broker, String password) throws Exception {
		ConnectionFactory factory = new ConnectionFactory();
		factory.setHost("127.0.0.1");
		factory.setPort(broker.port());
		factory.setUsername("pipeline");
		factory.setPassword(password);
		factory.setAutomaticRecoveryEnabled(false);
		return factory.newConnection(List.of(new com.rabbitmq.client.Address("127.0.0.1", broker.port())));
	}

	private static void publishConfirmed(Channel channel, String body) throws Exception {
		channel.confirmSelect();
		channel.basicPublish("", QUEUE, MessageProperties.PERSISTENT_TEXT_PLAIN, body.getBytes(StandardCharsets.UTF_8));
		channel.waitForConfirmsOrDie(10_000);
	}

	private static BlockingQueue<Delivery> consume(Channel consumer) throws Exception {
		BlockingQueue<Delivery> received = new ArrayBlockingQueue<>(1);
		consumer.basicQos(1);
		consumer.basicConsume(QUEUE, false, (tag, delivery) -> received.add(delivery), (tag) -> {
		});
		return received;
	}

	private static int nack(Connection connection, boolean requeue) throws Exception {
		try (Channel consumer = connection.createChannel()) {
			BlockingQueue<Delivery> received = consume(consumer);
			for (int deliveries = 0; deliveries < MANY_TIMES; deliveries++) {
				Delivery delivery = received.poll(2, TimeUnit.SECONDS);
				if (delivery == null) {
					return deliveries;
				}
				// In the way of Spring's listener container.
				consumer.basicNack(delivery.getEnvelope().getDeliveryTag(), true, requeue);
			}
			return MANY_TIMES;
		}
	}

	private static String body(GetResponse response) {
		return new String(response.getBody(), StandardCharsets.UTF_8);
	}

}
