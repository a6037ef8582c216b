package org.imageingest.bulk.lease;

/**
 * The job instance is another process's by now; whatever was not committed is not to be.
 */
public class LeaseLostException extends RuntimeException {

	LeaseLostException(String instance) {
		super("The lease of " + instance + " is lost: this process did not renew it in time");
	}

}
