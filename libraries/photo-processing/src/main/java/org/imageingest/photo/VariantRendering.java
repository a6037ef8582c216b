package org.imageingest.photo;

import java.io.IOException;

import org.imageingest.engine.EngineRequest;
import org.imageingest.engine.EngineResult;
import org.imageingest.engine.ImageEngine;
import org.imageingest.engine.ImageLimits;
import org.imageingest.engine.MetadataPolicy;
import org.imageingest.model.recipe.Recipe;
import org.imageingest.workspace.TemporaryDirectory;

/**
 * Lets the engine read the metadata and make the variants, and where it is wanted a copy
 * of the original without its location.
 */
public class VariantRendering {

	private final ImageEngine engine;

	private final Recipe recipe;

	private final MetadataPolicy policy;

	private final ImageLimits limits;

	private final boolean stripLocation;

	private final boolean allowLocationOptIn;

	VariantRendering(ImageEngine engine, Recipe recipe, MetadataPolicy policy, ImageLimits limits,
			boolean stripLocation, boolean allowLocationOptIn) {
		this.engine = engine;
		this.recipe = recipe;
		this.policy = policy;
		this.limits = limits;
		this.stripLocation = stripLocation;
		this.allowLocationOptIn = allowLocationOptIn;
	}

	/**
	 * Tells whether the position of a photo is kept because its owner wants it.
	 * @param wanted whether the owner does
	 * @return false where the operator does not allow it
	 */
	public boolean keepsLocation(boolean wanted) {
		return wanted && this.allowLocationOptIn;
	}

	/**
	 * Makes the variants of a photo.
	 * @param photo the photo
	 * @param directory takes the variants, in a folder of their own
	 * @return what was read and made
	 * @throws IOException if something failed that may work later
	 * @throws org.imageingest.model.problem.ProblemException if the photo itself is the
	 * reason
	 */
	public EngineResult render(Photo photo, TemporaryDirectory directory) throws IOException {
		MetadataPolicy kept = keepsLocation(photo.keepLocation()) ? this.policy.withGps() : this.policy;
		return this.engine
			.process(new EngineRequest(photo.original(), this.recipe, kept, this.limits, directory.create("variants"))
				.withPreview(photo.preview())
				.withStrippedLocation(this.stripLocation));
	}

}
