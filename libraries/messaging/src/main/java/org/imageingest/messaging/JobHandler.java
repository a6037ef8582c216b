package org.imageingest.messaging;

import org.imageingest.model.message.JobMessage;

/**
 * What an app does with one message.
 *
 * @param <M> type of the message
 */
@FunctionalInterface
public interface JobHandler<M extends JobMessage> {

	/**
	 * Does the work and hands it on; everything that must follow is confirmed when this
	 * returns. May be called again with the same message at any time.
	 * @param message the message
	 * @throws org.imageingest.model.problem.ProblemException if the job cannot succeed
	 * @throws Exception if trying again may help
	 */
	void handle(M message) throws Exception;

}
