package org.imageingest.messaging;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.imageingest.messaging.JobConsumer.JobConsumerSupport;
import org.imageingest.messaging.MessagingProperties.Retry;
import org.imageingest.model.message.JobEvent;
import org.imageingest.model.message.JobStage;
import org.imageingest.model.message.UploadedImage;
import org.imageingest.model.problem.Problem;
import org.imageingest.model.problem.ProblemException;
import org.imageingest.model.problem.ProblemType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.context.ApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.messaging.Message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class JobConsumerTests {

	private static final byte[] BODY = TestJobs.JSON.writeValueAsBytes(TestJobs.UPLOAD);

	private final List<String> log = new ArrayList<>();

	private final List<JobEvent> events = new ArrayList<>();

	private final ApplicationContext context = new StaticApplicationContext();

	private final Shutdown shutdown = new Shutdown(this.context);

	private boolean brokerConfirms = true;

	private int attempts;

	@AfterEach
	void clearInterrupt() {
		Thread.interrupted();
	}

	@Test
	void returnsWhenTheWorkIsDone() {
		consume((message) -> assertThat(message).isEqualTo(TestJobs.UPLOAD));
		assertThat(this.attempts).isOne();
		assertThat(this.log).isEmpty();
	}

	@Test
	void failsAJobThatCannotSucceedInOneAttemptWithoutDeadLetter() {
		consume((message) -> {
			throw new ProblemException(Problem.of(ProblemType.CORRUPT_IMAGE, "No picture in it"));
		});
		assertThat(this.attempts).isOne();
		assertThat(this.log).containsExactly("event failed");
		JobEvent event = this.events.getFirst();
		assertThat(event.retryable()).isFalse();
		assertThat(event.attempt()).isEqualTo(3);
		assertThat(event.stage()).isEqualTo(JobStage.GENERATING_VARIANTS);
		assertThat(event.problem())
			.satisfies((problem) -> assertThat(problem.type()).isEqualTo("/problems/corrupt-image"))
			.satisfies((problem) -> assertThat(problem.instance()).isEqualTo("job_1"));
	}

	@Test
	void triesAgainWhatMayPass() {
		consume((message) -> {
			if (this.attempts < 3) {
				throw new IOException("The store is away");
			}
		});
		assertThat(this.attempts).isEqualTo(3);
		assertThat(this.log).isEmpty();
	}

	@Test
	void tellsTheFailureBeforeItParksWhatKeepsFailing() {
		consume((message) -> {
			throw new IOException("The store is away");
		});
		assertThat(this.attempts).isEqualTo(4);
		assertThat(this.log).containsExactly("event failed", "parked java.io.IOException: The store is away");
		assertThat(this.events.getFirst().retryable()).isTrue();
	}

	@Test
	void doesNotTellClientsAboutTheInside() {
		consume((message) -> {
			throw new IOException("jdbc:secret");
		});
		assertThat(this.events.getFirst().problem()).asString().doesNotContain("secret");
	}

	@Test
	void leavesTheMessageWithTheBrokerWhenTheFailureCannotBeTold() {
		this.brokerConfirms = false;
		assertThatExceptionOfType(NotConfirmedException.class).isThrownBy(() -> consume((message) -> {
			throw new IOException("The store is away");
		}));
		assertThat(this.log).containsExactly("event failed");
	}

	@Test
	void leavesTheMessageWithTheBrokerWhenItIsInterrupted() {
		assertThatIllegalStateException().isThrownBy(() -> consume((message) -> {
			Thread.currentThread().interrupt();
			throw new IOException("Interrupted by the shutdown");
		})).withMessageContaining("Shutting down");
		assertThat(this.log).isEmpty();
	}

	@Test
	void leavesTheMessageWithTheBrokerWhenItsToolsAreTakenAway() {
		assertThatIllegalStateException().isThrownBy(() -> consume((message) -> {
			this.shutdown.onApplicationEvent(new ContextClosedEvent(this.context));
			throw new IllegalStateException("Connection pool shut down");
		})).withMessageContaining("Shutting down");
		assertThat(this.log).isEmpty();
	}

	@Test
	void theEndOfAnotherContextIsNotItsOwn() {
		this.shutdown.onApplicationEvent(new ContextClosedEvent(new StaticApplicationContext()));
		assertThat(this.shutdown.hasBegun()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "", "null", "[]", "{\"jobId\":", "{\"v\":1,\"jobId\":\"job_1\",\"attempt\":1,\"tags\":[]}" })
	void parksWhatIsNoMessage(String body) {
		consume(body.getBytes(), (message) -> {
		});
		assertThat(this.attempts).isZero();
		assertThat(this.log).hasSize(1).first().asString().startsWith("parked Not a readable UploadedImage: ");
	}

	@Test
	void ignoresFieldsThatAreNewToIt() {
		String newer = new String(BODY).replace("{\"v\":1", "{\"invented\":{\"later\":true},\"v\":2");
		consume(newer.getBytes(), (message) -> assertThat(message.jobId()).isEqualTo("job_1"));
		assertThat(this.attempts).isOne();
		assertThat(this.log).isEmpty();
	}

	private void consume(JobHandler<UploadedImage> handler) {
		consume(BODY, handler);
	}

	private void consume(byte[] body, JobHandler<UploadedImage> handler) {
		JobHandler<UploadedImage> counting = (message) -> {
			this.attempts++;
			handler.handle(message);
		};
		var retry = MessagingAutoConfiguration.retry(new Retry(4, Duration.ofMillis(1), 2, Duration.ofMillis(5)));
		var support = new JobConsumerSupport(TestJobs.JSON, retry,
				new JobEvents(new LoggingSender(), Clock.systemUTC(), Duration.ZERO),
				(delivery, reason) -> this.log.add("parked " + reason), this.shutdown,
				new JobMetrics(new SimpleMeterRegistry(), Clock.systemUTC()));
		Message<byte[]> delivery = TestJobs.delivery(body);
		new JobConsumer<>(UploadedImage.class, JobStage.GENERATING_VARIANTS, counting, support).accept(delivery);
	}

	private final class LoggingSender extends ConfirmedSender {

		LoggingSender() {
			super(null, TestJobs.JSON, Duration.ZERO);
		}

		@Override
		public void send(String binding, Object message) {
			JobEvent event = (JobEvent) message;
			JobConsumerTests.this.log.add("event " + event.type().name().toLowerCase());
			if (!JobConsumerTests.this.brokerConfirms) {
				throw new NotConfirmedException("No confirmation", null);
			}
			JobConsumerTests.this.events.add(event);
		}

	}

}
