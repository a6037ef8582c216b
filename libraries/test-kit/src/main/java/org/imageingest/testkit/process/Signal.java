package org.imageingest.testkit.process;

import java.io.IOException;

/**
 * What a process can be told without being asked.
 */
public enum Signal {

	/** Dies at once; nothing in it gets to run any more. */
	KILL,

	/** Stands still, with all its connections open. */
	STOP,

	/** Goes on. */
	CONT;

	/**
	 * Sends the signal.
	 * @param processId whom to
	 * @throws IOException if there is no such process
	 * @throws InterruptedException if the test is broken off
	 */
	public void to(long processId) throws IOException, InterruptedException {
		Process kill = new ProcessBuilder("kill", "-" + name(), Long.toString(processId)).inheritIO().start();
		if (kill.waitFor() != 0) {
			throw new IOException(this + " did not reach process " + processId);
		}
	}

}
