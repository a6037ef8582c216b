package org.imageingest.endtoend.faults;

import java.util.List;

/**
 * What became of the photos of one row.
 *
 * @param photos photos that were to be uploaded, each with bytes of its own
 * @param promised answers 202 that arrived
 * @param jobs jobs in all: of an answer that was lost the photo was sent again
 * @param completed jobs that ended so
 * @param cancelled jobs that ended so
 * @param failed jobs that ended so, with a reason
 * @param retried failed jobs that were completed by a retry
 * @param images images that are there
 * @param staged objects left in staging
 * @param leftForSweep objects at final keys that no document names
 * @param broken what is not as it should be, as sentences
 */
record Account(int photos, int promised, int jobs, long completed, long cancelled, long failed, int retried, int images,
		int staged, int leftForSweep, List<String> broken) {
}
