package org.imageingest.messaging;

import org.imageingest.messaging.JobConsumer.JobConsumerSupport;
import org.imageingest.model.message.JobMessage;
import org.imageingest.model.message.JobStage;

/**
 * Makes consumers of job messages.
 */
public class JobConsumers {

	private final JobConsumerSupport support;

	JobConsumers(JobConsumerSupport support) {
		this.support = support;
	}

	/**
	 * Makes the consumer of an app.
	 * @param <M> type of the messages
	 * @param type type of the messages
	 * @param stage stage named when a job fails here
	 * @param handler the work
	 * @return a function for the input binding
	 */
	public <M extends JobMessage> JobConsumer<M> consumer(Class<M> type, JobStage stage, JobHandler<M> handler) {
		return new JobConsumer<>(type, stage, handler, this.support);
	}

}
