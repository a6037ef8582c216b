package org.imageingest.bulk.command;

import java.nio.file.Path;

import org.imageingest.data.StartException;

/**
 * Another process works with the jobs of a data folder.
 */
class JobsInUseException extends StartException {

	JobsInUseException(Path folder, String holder) {
		super("A job is running in %s: %s. One runs at a time there; PostgreSQL takes several".formatted(folder,
				holder));
	}

}
