package org.imageingest.engine.file;

/**
 * A file does not hold what its format promises.
 */
public class MalformedFileException extends RuntimeException {

	/**
	 * Says what is wrong.
	 * @param reason completes "the file cannot be read: ..."
	 */
	public MalformedFileException(String reason) {
		super(reason);
	}

}
