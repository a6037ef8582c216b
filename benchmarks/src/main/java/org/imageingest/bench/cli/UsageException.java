package org.imageingest.bench.cli;

/**
 * The command line is not one that the command understands.
 */
public class UsageException extends RuntimeException {

	private final String usage;

	public UsageException(String message, String usage) {
		super(message);
		this.usage = usage;
	}

	public String usage() {
		return this.usage;
	}

}
