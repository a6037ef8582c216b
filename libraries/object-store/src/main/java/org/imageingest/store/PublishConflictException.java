package org.imageingest.store;

/**
 * Other writers changed an image while it was being published. Trying the whole work
 * again may succeed.
 */
public class PublishConflictException extends RuntimeException {

	PublishConflictException(String imageId, int rounds) {
		super("Image " + imageId + " changed " + rounds + " times while it was being published");
	}

	PublishConflictException(String imageId) {
		super("Image " + imageId + " was published when the photo came in and is not any more");
	}

}
