package org.imageingest.bench.corpus;

import java.util.List;

/**
 * How a file fared.
 *
 * @param file the file
 * @param outcome what became of it
 * @param reason why, in the words of the service
 * @param agrees whether that is what was expected, or tolerated
 * @param differences what is told otherwise than expected
 * @param leaks what came out that should not have
 */
record Finding(CorpusFile file, Outcome outcome, String reason, boolean agrees, List<String> differences,
		List<String> leaks) {

	Finding {
		differences = List.copyOf(differences);
		leaks = List.copyOf(leaks);
	}

	/**
	 * Tells whether nothing at all is to be said against it.
	 * @return true if the outcome agrees, and all that is told of the photo
	 */
	boolean isRight() {
		return this.agrees && this.differences.isEmpty() && this.leaks.isEmpty();
	}

}
