package org.imageingest.source.deadletter;

import java.util.List;

import org.imageingest.model.problem.Problem;

/**
 * What became of letters that were to be replayed.
 *
 * @param replayed number of jobs sent on their way again
 * @param refused those that were not, and why
 * @param remaining number of letters that can still be replayed
 */
record ReplayAnswer(int replayed, List<Refused> refused, int remaining) {

	/**
	 * A letter that was not replayed.
	 *
	 * @param deadLetterId name of the letter
	 * @param problem why
	 */
	record Refused(String deadLetterId, Problem problem) {
	}

}
