package org.imageingest.source.upload;

import java.io.IOException;
import java.net.URI;
import java.security.Principal;

import jakarta.servlet.http.HttpServletRequest;
import org.imageingest.source.health.AdmissionControl;
import org.imageingest.source.idempotency.Idempotency;
import org.imageingest.source.idempotency.IdempotentRequest;
import org.imageingest.source.limit.OwnerLimits;
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

	private final OwnerLimits limits;

	private final Idempotency idempotency;

	private final BatchReader reader;

	private final BatchAcceptance acceptance;

	BatchController(AdmissionControl admission, OwnerLimits limits, Idempotency idempotency, BatchReader reader,
			BatchAcceptance acceptance) {
		this.admission = admission;
		this.limits = limits;
		this.idempotency = idempotency;
		this.reader = reader;
		this.acceptance = acceptance;
	}

	@PostMapping("/batch")
	ResponseEntity<?> upload(HttpServletRequest request, Principal owner) throws IOException {
		this.admission.check();
		return this.idempotency.answer(request, owner.getName(), "batch",
				(idempotent) -> accept(request, owner.getName(), idempotent),
				(fingerprint) -> this.reader.readOver(request, fingerprint));
	}

	private ResponseEntity<?> accept(HttpServletRequest request, String owner, IdempotentRequest idempotent)
			throws IOException {
		// Not for an answer that is given once more.
		this.limits.admit(owner);
		StagedBatch staged = this.reader.read(request, owner, idempotent.fingerprint());
		return staged.photos().isEmpty() ? noneAccepted(staged, request.getRequestURI()) : this.acceptance
			.accept(staged, owner, (batch) -> idempotent.committing(accepted(BatchAnswer.of(batch))));
	}

	private static ResponseEntity<BatchAnswer> accepted(BatchAnswer answer) {
		return ResponseEntity.accepted().location(URI.create("/api/v1/ingest/status/" + answer.batchId())).body(answer);
	}

	private static ResponseEntity<NoneAccepted> noneAccepted(StagedBatch staged, String path) {
		NoneAccepted answer = NoneAccepted.of(staged.rejected(), path);
		return ResponseEntity.status(answer.problem().status())
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.body(answer);
	}

}
