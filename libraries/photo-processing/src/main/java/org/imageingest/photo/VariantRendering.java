package org.imageingest.photo;

import java.io.IOException;
import java.util.List;
import java.util.Set;

import org.imageingest.engine.EngineRequest;
import org.imageingest.engine.EngineResult;
import org.imageingest.engine.ImageEngine;
import org.imageingest.engine.ImageLimits;
import org.imageingest.engine.MetadataPolicy;
import org.imageingest.model.recipe.Recipe;
import org.imageingest.model.recipe.Variant;
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
		return render(photo, this.recipe, this.stripLocation, directory);
	}

	/**
	 * Makes some of the variants of a photo, and no copy of it.
	 * @param photo the photo
	 * @param names names of the variants, at least one of the recipe
	 * @param directory takes the variants, in a folder of their own
	 * @return what was read and made
	 * @throws IOException if something failed that may work later
	 * @throws org.imageingest.model.problem.ProblemException if the photo itself is the
	 * reason
	 */
	public EngineResult renderOnly(Photo photo, Set<String> names, TemporaryDirectory directory) throws IOException {
		List<Variant> wanted = this.recipe.variants().stream().filter((it) -> names.contains(it.name())).toList();
		return render(photo, new Recipe(this.recipe.version(), wanted), false, directory);
	}

	private EngineResult render(Photo photo, Recipe wanted, boolean strip, TemporaryDirectory directory)
			throws IOException {
		MetadataPolicy kept = keepsLocation(photo.keepLocation()) ? this.policy.withGps() : this.policy;
		return this.engine
			.process(new EngineRequest(photo.original(), wanted, kept, this.limits, directory.create("variants"))
				.withPreview(photo.preview())
				.withStrippedLocation(strip));
	}

}
