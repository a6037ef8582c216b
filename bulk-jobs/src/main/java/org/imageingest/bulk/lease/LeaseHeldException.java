package org.imageingest.bulk.lease;

/**
 * Another process works on the job instance.
 */
public class LeaseHeldException extends RuntimeException {

	LeaseHeldException(String holder, String until) {
		super("Another process is working on this: " + holder + ". Unless it goes on, its turn ends at " + until);
	}

}
