package org.imageingest.endtoend.faults;

/**
 * One row of the matrix.
 *
 * @param part what breaks
 * @param moment when, or how
 * @param blow what happens, from the first upload until everything runs again
 */
record Fault(String part, String moment, Blow blow) {

	@Override
	public String toString() {
		return this.part + ": " + this.moment;
	}

	/**
	 * What happens. Uploads have to be begun in it.
	 */
	@FunctionalInterface
	interface Blow {

		void fallOn(Scene scene) throws Exception;

	}

}
