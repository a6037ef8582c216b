package org.imageingest.processor;

import java.util.List;
import java.util.Optional;

/**
 * Has the name and the methods of a class that has crash points.
 */
public final class StagedPhotos {

	private StagedPhotos() {
	}

	public static Optional<String> download(int number) {
		System.out.println("inside " + number);
		// Two ways out.
		if (number > 2) {
			return Optional.of("!");
		}
		return Optional.empty();
	}

	public static void upload(String job, String run, List<String> variants) {
		System.out.println("upload of " + variants.size() + " by " + job + run);
	}

}
