package org.imageingest.bulk.command;

import org.springframework.boot.ExitCodeGenerator;

/**
 * A command that did what it could and has told why that was not all.
 */
class NotDoneException extends RuntimeException implements ExitCodeGenerator {

	private final ExitCode code;

	NotDoneException(ExitCode code) {
		super("Ended: " + code);
		this.code = code;
	}

	ExitCode code() {
		return this.code;
	}

	@Override
	public int getExitCode() {
		return this.code.number();
	}

}
