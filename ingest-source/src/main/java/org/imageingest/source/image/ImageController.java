package org.imageingest.source.image;

import java.security.Principal;
import java.util.Optional;

import org.imageingest.model.identity.Identifiers;
import org.imageingest.model.problem.Problem;
import org.imageingest.model.problem.ProblemException;
import org.imageingest.model.problem.ProblemType;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Shows and deletes published images.
 */
@RestController
@RequestMapping("/api/v1/images")
class ImageController {

	private final ImageViews views;

	private final ImageDeletion deletion;

	ImageController(ImageViews views, ImageDeletion deletion) {
		this.views = views;
		this.deletion = deletion;
	}

	@GetMapping("/{imageId}")
	ResponseEntity<ImageView> image(@PathVariable String imageId, Principal owner) {
		ImageView image = Optional.of(imageId)
			.filter(Identifiers::isImageId)
			.flatMap((id) -> this.views.find(id, owner.getName()))
			.orElseThrow(ImageController::notFound);
		return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(image);
	}

	@DeleteMapping("/{imageId}")
	ResponseEntity<Void> delete(@PathVariable String imageId, Principal owner) {
		if (!Identifiers.isImageId(imageId) || !this.deletion.delete(imageId, owner.getName())) {
			throw notFound();
		}
		return ResponseEntity.noContent().build();
	}

	private static ProblemException notFound() {
		return new ProblemException(Problem.of(ProblemType.NOT_FOUND, "There is no such image"));
	}

}
