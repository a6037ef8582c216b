package org.imageingest.endtoend.broker;

import java.io.IOException;
import java.util.concurrent.TimeoutException;

import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;

/**
 * Where a RabbitMQ listens and how to log in.
 *
 * @param host its host
 * @param port its AMQP port
 * @param username a user who may declare and delete
 * @param password the user's password
 */
public record RabbitAddress(String host, int port, String username, String password) {

	private static final int CONNECT_TIMEOUT_MS = 3000;

	public Connection connect() throws IOException, TimeoutException {
		ConnectionFactory factory = new ConnectionFactory();
		factory.setHost(this.host);
		factory.setPort(this.port);
		factory.setUsername(this.username);
		factory.setPassword(this.password);
		factory.setConnectionTimeout(CONNECT_TIMEOUT_MS);
		return factory.newConnection("end-to-end-tests");
	}

	/**
	 * Connects for a moment.
	 * @throws IOException if nobody answers, or not as a RabbitMQ
	 * @throws TimeoutException if the answer does not come
	 */
	void probe() throws IOException, TimeoutException {
		connect().close();
	}

	@Override
	public String toString() {
		return this.host + ":" + this.port;
	}

}
