package org.imageingest.source.progress;

/**
 * Why a stream ends.
 */
enum Ending {

	/** All that it follows has ended. */
	FOLLOWED_TO_THE_END,

	/** The token that it was opened with is not valid any more. */
	EXPIRED,

	/** This instance stops; another goes on. */
	STOPPING

}
