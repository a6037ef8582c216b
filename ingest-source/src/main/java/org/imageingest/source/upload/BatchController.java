package org.imageingest.source.upload;

import java.io.IOException;
import java.net.URI;
import java.security.Principal;

import jakarta.servlet.http.HttpServletRequest;
import org.imageingest.source.health.AdmissionControl;
import org.imageingest.source.job.NewBatch;
import org.imageingest.source.upload.BatchAnswer.NoneAccepted;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes several photos in one request.
 */
@RestController
@RequestMapping("/api/v1/ingest")
class BatchController {

	private final AdmissionControl admission;

	private final BatchAcceptance acceptance;

	BatchController(AdmissionControl admission, BatchAcceptance acceptance) {
		this.admission = admission;
		this.acceptance = acceptance;
	}

	@PostMapping("/batch")
	ResponseEntity<?> upload(HttpServletRequest request, Principal owner) throws IOException {
		this.admission.check();
		NewBatch batch = this.acceptance.accept(request, owner.getName());
		if (batch.jobs().isEmpty()) {
			NoneAccepted refused = NoneAccepted.of(batch, request.getRequestURI());
			return ResponseEntity.status(refused.problem().status())
				.contentType(MediaType.APPLICATION_PROBLEM_JSON)
				.body(refused);
		}
		return ResponseEntity.accepted()
			.location(URI.create("/api/v1/ingest/status/" + batch.batchId()))
			.body(BatchAnswer.of(batch));
	}

}
