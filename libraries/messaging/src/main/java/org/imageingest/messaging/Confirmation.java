package org.imageingest.messaging;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.springframework.amqp.core.ReturnedMessage;
import org.springframework.amqp.rabbit.connection.CorrelationData;

/**
 * The broker's answer to one message that was sent.
 */
final class Confirmation {

	private final CorrelationData correlation = new CorrelationData();

	private final String target;

	Confirmation(String target) {
		this.target = target;
	}

	CorrelationData correlation() {
		return this.correlation;
	}

	/**
	 * Waits for the answer. A message is safe only if it was acknowledged and not
	 * returned: RabbitMQ acknowledges what it could not route, after returning it.
	 * @param timeout longest wait
	 * @throws NotConfirmedException if the message is not known to be safe
	 */
	void await(Duration timeout) {
		CorrelationData.Confirm confirm;
		try {
			confirm = this.correlation.getFuture().get(timeout.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new NotConfirmedException("Interrupted while waiting for the confirmation of " + this.target, ex);
		}
		catch (TimeoutException ex) {
			throw new NotConfirmedException("No confirmation of " + this.target + " within " + timeout, ex);
		}
		catch (ExecutionException ex) {
			throw new NotConfirmedException("No confirmation of " + this.target, ex.getCause());
		}
		ReturnedMessage returned = this.correlation.getReturned();
		if (returned != null) {
			throw new NotConfirmedException("No queue takes " + this.target + ": " + returned.getReplyText(), null);
		}
		if (!confirm.ack()) {
			throw new NotConfirmedException("The broker refused " + this.target + ": " + confirm.reason(), null);
		}
	}

}
