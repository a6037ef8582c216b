package org.imageingest.source.upload;

import org.imageingest.model.problem.Problem;
import org.imageingest.model.problem.ProblemException;
import org.imageingest.model.problem.ProblemType;

import org.springframework.stereotype.Component;

/**
 * The client's wish that its photos keep their location.
 */
@Component
class LocationOptIn {

	private final boolean allowed;

	LocationOptIn(LocationProperties properties) {
		this.allowed = properties.allowLocationOptIn();
	}

	/**
	 * Reads the wish.
	 * @param value {@code true} or {@code false}
	 * @return whether the location is to be kept
	 * @throws ProblemException if it is neither, or not allowed
	 */
	boolean read(String value) {
		return switch (value.strip()) {
			case "false" -> false;
			case "true" -> {
				if (!this.allowed) {
					throw new ProblemException(Problem.of(ProblemType.LOCATION_OPT_IN_NOT_ALLOWED,
							"The operator of this service does not allow photos to keep their location"));
				}
				yield true;
			}
			default -> throw new ProblemException(
					Problem.of(ProblemType.INVALID_UPLOAD, "keepLocation is neither true nor false"));
		};
	}

}
