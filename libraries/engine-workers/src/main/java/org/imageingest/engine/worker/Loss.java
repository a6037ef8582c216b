package org.imageingest.engine.worker;

/**
 * How a worker was lost while it had a photo.
 */
enum Loss {

	/** It ended, or said what makes no sense. */
	CRASHED,

	/** It was not done in time. */
	HUNG,

	/** The Java heap was too small. */
	OUT_OF_HEAP,

	/** It reached the limit of all its memory. */
	OUT_OF_MEMORY

}
