package org.imageingest.messaging;

import java.time.Clock;

import org.imageingest.model.message.JobEvent;
import org.imageingest.model.message.JobMessage;
import org.imageingest.model.message.JobStage;
import org.imageingest.model.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the source what became of a job. All but progress is confirmed.
 */
public class JobEvents {

	/** Output binding of the events. */
	public static final String BINDING = "events";

	private static final Logger logger = LoggerFactory.getLogger(JobEvents.class);

	private final ConfirmedSender sender;

	private final Clock clock;

	JobEvents(ConfirmedSender sender, Clock clock) {
		this.sender = sender;
		this.clock = clock;
	}

	/**
	 * Tells that a job reached a stage. Best effort: the job goes on without it.
	 * @param message the job
	 * @param stage the stage
	 */
	public void progress(JobMessage message, JobStage stage) {
		try {
			this.sender.sendUnconfirmed(BINDING, JobEvent.progress(message, stage, this.clock.instant()));
		}
		catch (NotConfirmedException ex) {
			logger.debug("Progress {} of {} was not sent", stage.code(), message.jobId(), ex);
		}
	}

	public void completed(JobMessage message) {
		this.sender.send(BINDING, JobEvent.completed(message, this.clock.instant()));
	}

	public void failed(JobMessage message, JobStage stage, Problem problem, boolean retryable) {
		this.sender.send(BINDING, JobEvent.failed(message, stage, this.clock.instant(), problem, retryable));
	}

	public void claimMissing(JobMessage message, JobStage stage) {
		this.sender.send(BINDING, JobEvent.claimMissing(message, stage, this.clock.instant()));
	}

	public void imageDeleted(JobMessage message) {
		this.sender.send(BINDING, JobEvent.imageDeleted(message, this.clock.instant()));
	}

}
