package org.imageingest.bench.corpus;

import java.util.Locale;

/**
 * What becomes of a file.
 */
enum Outcome {

	/** All variants, or those that could be made. */
	VARIANTS,

	/** The original alone is kept. */
	ORIGINAL_ONLY,

	/** Not taken, at the upload or later, with a problem that says why. */
	REJECT,

	/** What never may be: no answer, an answer without a reason, no end. */
	BROKEN;

	/**
	 * Returns the word that manifests use.
	 * @return for example {@code original-only}
	 */
	String word() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/**
	 * Reads the word that manifests use.
	 * @param word for example {@code original-only}
	 * @return the outcome
	 * @throws IllegalArgumentException if it is none
	 */
	static Outcome of(String word) {
		return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
	}

}
