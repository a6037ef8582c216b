package org.imageingest.messaging;

import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageProperties;
import org.springframework.amqp.core.ReturnedMessage;
import org.springframework.amqp.rabbit.connection.CorrelationData.Confirm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ConfirmationTests {

	private final Confirmation confirmation = new Confirmation("UploadedImage for output");

	@AfterEach
	void clearInterrupt() {
		Thread.interrupted();
	}

	@Test
	void anAcknowledgedMessageIsSafe() {
		answer(new Confirm(true, null));
		assertThatCode(this::await).doesNotThrowAnyException();
	}

	@Test
	void aRefusedMessageIsNotSafe() {
		answer(new Confirm(false, "queue is full"));
		assertThatExceptionOfType(NotConfirmedException.class).isThrownBy(this::await)
			.withMessageContaining("UploadedImage for output")
			.withMessageContaining("queue is full");
	}

	@Test
	void aReturnedMessageIsNotSafeAlthoughItIsAcknowledged() {
		this.confirmation.correlation()
			.setReturned(new ReturnedMessage(new Message(new byte[0], new MessageProperties()), 312, "NO_ROUTE",
					"uploaded-images", "#"));
		answer(new Confirm(true, null));
		assertThatExceptionOfType(NotConfirmedException.class).isThrownBy(this::await)
			.withMessageContaining("NO_ROUTE");
	}

	@Test
	void aMessageWithoutAnswerIsNotSafe() {
		assertThatExceptionOfType(NotConfirmedException.class)
			.isThrownBy(() -> this.confirmation.await(Duration.ofMillis(1)))
			.withMessageContaining("within");
	}

	@Test
	void aMessageOfALostConnectionIsNotSafe() {
		this.confirmation.correlation().getFuture().completeExceptionally(new IllegalStateException("connection lost"));
		assertThatExceptionOfType(NotConfirmedException.class).isThrownBy(this::await)
			.havingCause()
			.withMessage("connection lost");
	}

	@Test
	void anInterruptStopsTheWaitAndIsKept() {
		Thread.currentThread().interrupt();
		assertThatExceptionOfType(NotConfirmedException.class).isThrownBy(this::await);
		assertThat(Thread.currentThread().isInterrupted()).isTrue();
	}

	private void answer(Confirm confirm) {
		this.confirmation.correlation().getFuture().complete(confirm);
	}

	private void await() {
		this.confirmation.await(Duration.ofSeconds(5));
	}

}
