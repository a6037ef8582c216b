package org.imageingest.store;

/**
 * Tells whether the work on an image is still wanted.
 */
@FunctionalInterface
public interface Claim {

	/**
	 * Looks now, not from memory.
	 * @return false once the work was called off
	 */
	boolean stands();

}
