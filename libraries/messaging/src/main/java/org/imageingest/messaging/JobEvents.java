package org.imageingest.messaging;

import java.time.Clock;
import java.time.Duration;

import org.imageingest.model.message.JobEvent;
import org.imageingest.model.message.JobMessage;
import org.imageingest.model.message.JobStage;
import org.imageingest.model.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the source what became of a job. All but progress is confirmed.
 */
public class JobEvents implements AutoCloseable {

	/** Output binding of the events. */
	public static final String BINDING = "events";

	private static final Logger logger = LoggerFactory.getLogger(JobEvents.class);

	private final ConfirmedSender sender;

	private final Clock clock;

	private final LastingStages stages;

	JobEvents(ConfirmedSender sender, Clock clock, Duration progressDelay) {
		this.sender = sender;
		this.clock = clock;
		this.stages = new LastingStages(progressDelay, this::sendProgress);
	}

	/**
	 * Tells that a job reached a stage, once it has been there for a moment. Best effort:
	 * the job goes on without it.
	 * @param message the job
	 * @param stage the stage
	 */
	public void progress(JobMessage message, JobStage stage) {
		this.stages.reached(JobEvent.progress(message, stage, this.clock.instant()));
	}

	private void sendProgress(JobEvent progress) {
		try {
			this.sender.sendUnconfirmed(BINDING, progress);
		}
		catch (RuntimeException ex) {
			logger.debug("Progress {} of {} was not sent", progress.stage().code(), progress.jobId(), ex);
		}
	}

	public void completed(JobMessage message) {
		sendEnd(JobEvent.completed(message, this.clock.instant()));
	}

	public void failed(JobMessage message, JobStage stage, Problem problem, boolean retryable) {
		sendEnd(JobEvent.failed(message, stage, this.clock.instant(), problem, retryable));
	}

	public void claimMissing(JobMessage message, JobStage stage) {
		sendEnd(JobEvent.claimMissing(message, stage, this.clock.instant()));
	}

	public void imageDeleted(JobMessage message) {
		sendEnd(JobEvent.imageDeleted(message, this.clock.instant()));
	}

	private void sendEnd(JobEvent end) {
		this.stages.left(end.jobId());
		this.sender.send(BINDING, end);
	}

	@Override
	public void close() {
		this.stages.close();
	}

}
