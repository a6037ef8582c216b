package org.imageingest.source.problem;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.imageingest.model.problem.Problem;
import org.imageingest.model.problem.ProblemException;
import org.imageingest.model.problem.ProblemType;
import org.imageingest.source.web.SecurityHeaders;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Serves the page of each problem to whoever asks.
 */
@RestController
class ProblemPageController {

	private static final CacheControl CACHING = CacheControl.maxAge(Duration.ofHours(1)).cachePublic();

	private final ProblemDescriptions descriptions;

	ProblemPageController(ProblemDescriptions descriptions) {
		this.descriptions = descriptions;
	}

	@GetMapping("/problems")
	ResponseEntity<byte[]> all() {
		return page(ProblemPage.ofAll(this.descriptions.all()));
	}

	@GetMapping("/problems/{name}")
	ResponseEntity<byte[]> one(@PathVariable String name) {
		return page(this.descriptions.find(name)
			.map(ProblemPage::of)
			.orElseThrow(() -> new ProblemException(
					Problem.of(ProblemType.NOT_FOUND, "There is no problem of this name: see /problems"))));
	}

	private static ResponseEntity<byte[]> page(String html) {
		return ResponseEntity.ok()
			.contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
			.cacheControl(CACHING)
			.header(SecurityHeaders.CONTENT_POLICY, ProblemPage.POLICY)
			.body(html.getBytes(StandardCharsets.UTF_8));
	}

}
