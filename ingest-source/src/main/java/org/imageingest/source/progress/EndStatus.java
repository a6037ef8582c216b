package org.imageingest.source.progress;

import java.util.Optional;

/**
 * Tells the whole status of what was followed to its end, as {@code GET /status/{id}}
 * answers it.
 */
public interface EndStatus {

	/**
	 * Reads a status.
	 * @param id name of a job or batch
	 * @param owner who asks
	 * @return what is written as JSON; empty if the owner has no such job or batch
	 */
	Optional<?> of(String id, String owner);

}
