package org.imageingest.source.upload;

import org.imageingest.model.problem.Problem;
import org.imageingest.model.problem.ProblemException;
import org.imageingest.model.problem.ProblemType;

/**
 * The client's wish that its photos keep their location.
 */
final class LocationOptIn {

	private LocationOptIn() {
	}

	static void refuse(String value) {
		if (Boolean.parseBoolean(value.strip())) {
			throw new ProblemException(Problem.of(ProblemType.LOCATION_OPT_IN_NOT_ALLOWED,
					"The operator of this service does not allow photos to keep their location"));
		}
	}

}
