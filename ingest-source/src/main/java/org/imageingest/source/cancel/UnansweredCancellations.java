package org.imageingest.source.cancel;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Ends cancellations that the pipeline does not answer, because the job's message is
 * parked or lost. Should it be worked on after all, the missing claim stops it.
 */
@Component
class UnansweredCancellations {

	private static final Logger logger = LoggerFactory.getLogger(UnansweredCancellations.class);

	private static final int BATCH = 200;

	private final Cancellations cancellations;

	private final CancelProperties properties;

	UnansweredCancellations(Cancellations cancellations, CancelProperties properties) {
		this.cancellations = cancellations;
		this.properties = properties;
	}

	@Scheduled(fixedDelayString = "${ingest.cancel.interval:1s}")
	void end() {
		for (String jobId : this.cancellations.unanswered(this.properties.answerLimit(), BATCH)) {
			if (this.cancellations.endUnanswered(jobId)) {
				logger.warn("The pipeline did not answer the cancellation of {} within {}", jobId,
						this.properties.answerLimit());
			}
		}
	}

}
