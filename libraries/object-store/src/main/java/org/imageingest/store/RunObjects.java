package org.imageingest.store;

/**
 * The objects of a run, wherever they are before they are published.
 */
@FunctionalInterface
interface RunObjects {

	/**
	 * Puts all of them where they are published, as often as it is called.
	 * @return false if one of them is not there any more
	 */
	boolean place();

}
