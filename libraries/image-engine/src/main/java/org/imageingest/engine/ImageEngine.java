package org.imageingest.engine;

import java.io.IOException;

/**
 * Makes the variants of one photo and reads its metadata. Implementations are safe for
 * use by several threads; each call works on files alone, so an engine may run in another
 * process.
 */
public interface ImageEngine {

	/**
	 * Tells what this engine is made of.
	 * @return the same for the life of the engine
	 */
	EngineDescription description();

	/**
	 * Makes every variant of the recipe from one photo.
	 * @param request the photo, the recipe, the rules and where the variants go
	 * @return the variants made, what was read and what the client should know
	 * @throws IOException if something failed that may work later, such as a full disk;
	 * files may be left in the output directory
	 * @throws org.imageingest.model.problem.ProblemException if the photo itself is the
	 * reason, which trying again does not change: empty, not an image, corrupt, too many
	 * pixels
	 */
	EngineResult process(EngineRequest request) throws IOException;

}
