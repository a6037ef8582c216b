package org.imageingest.source.deadletter;

import java.util.Objects;

import org.imageingest.model.problem.Problem;
import org.imageingest.model.problem.ProblemType;
import org.imageingest.source.job.JobTransitions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes parked messages over into the database. Once it returns, the message is safe
 * there and may be acknowledged; until then the broker keeps it.
 */
@Component
class TakeOver {

	private static final Logger logger = LoggerFactory.getLogger(TakeOver.class);

	private final Letters letters;

	private final JobTransitions transitions;

	private final TransactionOperations transactions;

	TakeOver(Letters letters, JobTransitions transitions, TransactionOperations transactions) {
		this.letters = letters;
		this.transitions = transitions;
		this.transactions = transactions;
	}

	/**
	 * Keeps a message as a letter, once however often it comes. Of what the broker parked
	 * by itself nobody has told the job: it fails here, in the same commit.
	 * @param message the message
	 * @throws org.springframework.dao.DataAccessException if it is not known to be safe
	 */
	void take(ParkedMessage message) {
		if (this.letters.isKnown(message.letterId())) {
			return;
		}
		try {
			this.transactions.executeWithoutResult((transaction) -> {
				this.letters.add(message);
				if (message.byBroker() && message.jobId() != null) {
					failJob(message.jobId(), Objects.requireNonNull(message.attempt()));
				}
			});
			logger.warn("Job {} has a dead letter from {}: {}", message.jobId(), message.queue(), message.reason());
		}
		catch (DuplicateKeyException ex) {
			// Another delivery of it was faster.
			logger.debug("{} is there already", message.letterId(), ex);
		}
	}

	private void failJob(String jobId, int attempt) {
		Problem problem = Problem.of(ProblemType.PROCESSING_FAILED,
				"The service failed on the photo again and again; try again later");
		this.transitions.fail(jobId, attempt, problem.at(jobId), true);
	}

}
