package org.imageingest.bulk.reprocess;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

import org.imageingest.model.problem.Problem;
import org.imageingest.model.problem.ProblemException;
import org.imageingest.model.problem.ProblemType;
import org.imageingest.model.recipe.Recipe;
import org.imageingest.model.recipe.Variant;
import org.imageingest.model.storage.ImageDocument;
import org.imageingest.model.storage.ImageDocument.PublishedVariant;

/**
 * Which variants of an image are to be made, and which may stay.
 *
 * @param make names of the variants to make
 * @param keep names of the published variants that stay where they are not made anew
 */
record WantedVariants(Set<String> make, Set<String> keep) {

	WantedVariants {
		make = Set.copyOf(make);
		keep = Set.copyOf(keep);
	}

	/**
	 * Wants all of the recipe. What is made today and cannot be made any more by this
	 * engine stays.
	 * @param document the image
	 * @param recipe the recipe
	 * @return all names of the recipe
	 */
	static WantedVariants all(ImageDocument document, Recipe recipe) {
		Set<String> names = names(recipe);
		Set<String> known = names(document);
		known.retainAll(names);
		return new WantedVariants(names, known);
	}

	/**
	 * Wants what the document does not name, or names and the store does not have.
	 * @param document the image
	 * @param recipe the recipe
	 * @param lost names of variants whose objects are gone
	 * @return what is missing; nothing to make if all is there
	 * @throws ProblemException if something is gone and the recipe does not know it
	 */
	static WantedVariants missing(ImageDocument document, Recipe recipe, Set<String> lost) {
		Set<String> there = names(document);
		there.removeAll(lost);
		Set<String> make = names(recipe);
		make.removeAll(there);
		if (make.isEmpty() && !lost.isEmpty()) {
			throw new ProblemException(Problem.of(ProblemType.NOT_FOUND, "The variants "
					+ lost.stream().sorted().toList()
					+ " are gone, and the recipe has none of these names: make the image anew, not only what is missing"));
		}
		return new WantedVariants(make, there);
	}

	private static Set<String> names(Recipe recipe) {
		return recipe.variants().stream().map(Variant::name).collect(Collectors.toCollection(LinkedHashSet::new));
	}

	private static Set<String> names(ImageDocument document) {
		return document.variants()
			.stream()
			.map(PublishedVariant::name)
			.collect(Collectors.toCollection(LinkedHashSet::new));
	}

}
