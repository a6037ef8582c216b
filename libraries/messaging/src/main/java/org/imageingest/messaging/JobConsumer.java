package org.imageingest.messaging;

import java.time.Duration;
import java.util.function.Consumer;

import org.imageingest.messaging.JobMetrics.Outcome;
import org.imageingest.model.message.JobMessage;
import org.imageingest.model.message.JobStage;
import org.imageingest.model.problem.Problem;
import org.imageingest.model.problem.ProblemException;
import org.imageingest.model.problem.ProblemType;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryOperations;
import org.springframework.messaging.Message;

/**
 * Takes deliveries from a queue and sees each through. When it returns, the delivery may
 * be acknowledged; when it throws, the broker keeps the message and delivers it again.
 * <ul>
 * <li>What cannot succeed fails the job in one attempt.</li>
 * <li>What may pass is tried again, with growing waits.</li>
 * <li>What keeps failing fails the job as retryable, and then the message is parked.</li>
 * </ul>
 *
 * @param <M> type of the messages
 */
public final class JobConsumer<M extends JobMessage> implements Consumer<Message<byte[]>> {

	private static final Logger logger = LoggerFactory.getLogger(JobConsumer.class);

	private final Class<M> type;

	private final JobStage stage;

	private final JobHandler<M> handler;

	private final JobConsumerSupport support;

	JobConsumer(Class<M> type, JobStage stage, JobHandler<M> handler, JobConsumerSupport support) {
		this.type = type;
		this.stage = stage;
		this.handler = handler;
		this.support = support;
		support.metrics().expect(stage);
	}

	@Override
	public void accept(Message<byte[]> delivery) {
		M message = read(delivery);
		if (message == null) {
			return;
		}
		this.support.metrics().takenInHand(this.stage, message.acceptedAt());
		long begun = System.nanoTime();
		Outcome outcome = Outcome.RETURNED;
		try {
			outcome = work(delivery, message);
		}
		finally {
			this.support.metrics().ended(this.stage, outcome, Duration.ofNanos(System.nanoTime() - begun));
		}
	}

	private Outcome work(Message<byte[]> delivery, M message) {
		try {
			this.support.retry().execute(() -> {
				this.handler.handle(message);
				return true;
			});
			return Outcome.DONE;
		}
		catch (RetryException ex) {
			return giveUp(delivery, message, ex.getLastException());
		}
	}

	/** Parks what is no message of ours: no job could be told of it. */
	private @Nullable M read(Message<byte[]> delivery) {
		String reason;
		try {
			M message = this.support.json().readValue(delivery.getPayload(), this.type);
			if (message != null) {
				return message;
			}
			reason = "null";
		}
		catch (JacksonException ex) {
			reason = ex.getOriginalMessage();
		}
		this.support.deadLetters().park(delivery, "Not a readable " + this.type.getSimpleName() + ": " + reason);
		return null;
	}

	private Outcome giveUp(Message<byte[]> delivery, M message, Throwable cause) {
		if (cause instanceof ProblemException permanent) {
			logger.info("Job {} failed: {}", message.jobId(), permanent.problem().detail());
			this.support.events().failed(message, this.stage, permanent.problem().at(message.jobId()), false);
			return Outcome.FAILED;
		}
		if (this.support.shutdown().hasBegun() || Thread.currentThread().isInterrupted()) {
			throw new IllegalStateException("Shutting down while working on " + message.jobId(), cause);
		}
		logger.error("Job {} keeps failing in {}", message.jobId(), this.stage.code(), cause);
		Problem problem = Problem.of(ProblemType.PROCESSING_FAILED,
				"A part of the service failed while the photo was in stage " + this.stage.code() + "; try again later");
		this.support.events().failed(message, this.stage, problem.at(message.jobId()), true);
		this.support.deadLetters().park(delivery, cause.toString());
		return Outcome.PARKED;
	}

	/**
	 * What every consumer needs.
	 *
	 * @param json reads the messages
	 * @param retry tries again what may pass
	 * @param events tells the source
	 * @param deadLetters parks what keeps failing
	 * @param shutdown tells when failures mean nothing any more
	 * @param metrics measures what becomes of the messages
	 */
	record JobConsumerSupport(JsonMapper json, RetryOperations retry, JobEvents events, DeadLetters deadLetters,
			Shutdown shutdown, JobMetrics metrics) {
	}

}
