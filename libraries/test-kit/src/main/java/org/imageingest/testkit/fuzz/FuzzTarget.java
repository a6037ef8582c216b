package org.imageingest.testkit.fuzz;

/**
 * What is fed. It throws whatever is no fault of the input.
 */
@FunctionalInterface
public interface FuzzTarget {

	/**
	 * Takes an input and asserts what holds for all.
	 * @param input any bytes
	 * @throws Exception if something is wrong
	 */
	void feed(byte[] input) throws Exception;

}
