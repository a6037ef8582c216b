package org.imageingest.source.deadletter;

import java.util.ArrayList;
import java.util.List;

import org.imageingest.model.problem.Problem;
import org.imageingest.model.problem.ProblemException;
import org.imageingest.model.problem.ProblemType;
import org.imageingest.source.deadletter.ReplayAnswer.Refused;
import org.imageingest.source.job.Job;
import org.imageingest.source.job.JobRepository;
import org.imageingest.source.retry.JobRetry;

import org.springframework.stereotype.Component;

/**
 * Sends the jobs of letters on their way once more. The parked message itself never goes
 * back into a queue: a new one is made from the job's row. The new attempt, the promise
 * to send it and the end of the letter are one commit, so that a letter is replayed once,
 * whatever dies in between.
 */
@Component
class Replay {

	private final Letters letters;

	private final JobRepository jobs;

	private final JobRetry retry;

	Replay(Letters letters, JobRepository jobs, JobRetry retry) {
		this.letters = letters;
		this.jobs = jobs;
		this.retry = retry;
	}

	/**
	 * Replays letters.
	 * @param letterIds names of letters
	 * @return what became of each
	 */
	ReplayAnswer replay(List<String> letterIds) {
		int replayed = 0;
		List<Refused> refused = new ArrayList<>();
		for (String letterId : letterIds) {
			try {
				replay(letterId);
				replayed++;
			}
			catch (ProblemException ex) {
				refused.add(new Refused(letterId, ex.problem()));
			}
		}
		return new ReplayAnswer(replayed, refused, this.letters.countReplayable());
	}

	/**
	 * Replays those that were parked first and can be replayed.
	 * @param limit most letters
	 * @return what became of each
	 */
	ReplayAnswer replayOldest(int limit) {
		return replay(this.letters.replayable(limit).stream().map(DeadLetter::deadLetterId).toList());
	}

	private void replay(String letterId) {
		DeadLetter letter = this.letters.find(letterId)
			.orElseThrow(() -> new ProblemException(
					Problem.of(ProblemType.NOT_FOUND, "There is no such dead letter; it may have been replayed")));
		if (letter.jobId() == null) {
			throw refused("The message does not say which job it belongs to");
		}
		Job job = this.jobs.find(letter.jobId()).orElseThrow(() -> refused("There is no job " + letter.jobId()));
		if (!Integer.valueOf(job.attempt()).equals(letter.attempt())) {
			throw refused("The job has gone on since: it is in attempt " + job.attempt() + ", the message is of "
					+ letter.attempt());
		}
		this.retry.retry(job, () -> this.letters.remove(letterId));
	}

	private static ProblemException refused(String detail) {
		return new ProblemException(Problem.of(ProblemType.NOT_RETRYABLE, detail));
	}

}
