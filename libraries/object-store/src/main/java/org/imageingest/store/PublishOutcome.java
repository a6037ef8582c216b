package org.imageingest.store;

/**
 * How the publication of an image ended.
 */
public enum PublishOutcome {

	/** The image is published by this run. */
	PUBLISHED,

	/** The image was published before; the tags were united, this run left nothing. */
	ALREADY_PUBLISHED,

	/** The claim is gone; this run left nothing. */
	CLAIM_MISSING,

	/** The image was deleted after the work was accepted; this run left nothing. */
	IMAGE_DELETED

}
