package org.imageingest.data;

import java.nio.file.Path;

/**
 * Another process holds the data folder.
 */
public class DataFolderInUseException extends StartException {

	DataFolderInUseException(Path folder, String holder) {
		super("The data folder %s is in use by %s. Stop it first, or give another folder with --data.".formatted(folder,
				holder));
	}

}
