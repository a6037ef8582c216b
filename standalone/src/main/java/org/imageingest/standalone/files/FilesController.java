package org.imageingest.standalone.files;

import java.time.Duration;

import jakarta.servlet.http.HttpServletRequest;
import org.imageingest.model.problem.Problem;
import org.imageingest.model.problem.ProblemType;
import org.imageingest.model.storage.ObjectKeys;
import org.imageingest.store.ObjectStore;
import org.imageingest.store.OpenObject;

import org.springframework.core.io.InputStreamResource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Serves published objects to whoever has a link to them.
 */
@RestController
final class FilesController {

	private static final CacheControl VARIANT_CACHING = CacheControl.maxAge(Duration.ofDays(1)).cachePrivate();

	private final FileLinks links;

	private final ObjectStore store;

	FilesController(FileLinks links, ObjectStore store) {
		this.links = links;
		this.store = store;
	}

	@GetMapping(FileLinks.PATH + "{*key}")
	ResponseEntity<?> file(@PathVariable String key, @RequestParam(defaultValue = "0") long expires,
			@RequestParam(defaultValue = "") String signature, HttpServletRequest request) {
		String objectKey = key.substring(1);
		if (!this.links.allows(objectKey, expires, signature)) {
			return problem(ProblemType.FORBIDDEN, "This link was changed or has expired; ask for a new one.", request);
		}
		return this.store.open(objectKey)
			.<ResponseEntity<?>>map((object) -> content(objectKey, object))
			.orElseGet(() -> problem(ProblemType.NOT_FOUND, "The image was deleted or replaced.", request));
	}

	private static ResponseEntity<?> content(String key, OpenObject object) {
		boolean original = key.startsWith(ObjectKeys.ORIGINALS);
		ContentDisposition disposition = (original ? ContentDisposition.attachment() : ContentDisposition.inline())
			.filename(key.substring(key.lastIndexOf('/') + 1))
			.build();
		return ResponseEntity.ok()
			.contentType(MediaType.parseMediaType(object.contentType()))
			.contentLength(object.bytes())
			.header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
			.header("X-Content-Type-Options", "nosniff")
			// What came in may be a document with a script inside, named as an image.
			.header("Content-Security-Policy", "sandbox; default-src 'none'")
			.cacheControl(original ? CacheControl.noStore() : VARIANT_CACHING)
			// The converter closes the stream.
			.body(new InputStreamResource(object.stream()));
	}

	private static ResponseEntity<?> problem(ProblemType type, String detail, HttpServletRequest request) {
		return ResponseEntity.status(type.status())
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.cacheControl(CacheControl.noStore())
			.body(Problem.of(type, detail).at(request.getRequestURI()));
	}

}
