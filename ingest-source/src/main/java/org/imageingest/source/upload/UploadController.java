package org.imageingest.source.upload;

import java.io.IOException;
import java.net.URI;
import java.security.Principal;

import jakarta.servlet.http.HttpServletRequest;
import org.imageingest.source.event.ProcessingTimes;
import org.imageingest.source.health.AdmissionControl;
import org.imageingest.source.idempotency.Idempotency;
import org.imageingest.source.idempotency.IdempotentRequest;
import org.imageingest.source.job.JobState;
import org.imageingest.source.limit.OwnerLimits;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes single photos.
 */
@RestController
@RequestMapping("/api/v1/ingest")
class UploadController {

	private final AdmissionControl admission;

	private final UploadReader reader;

	private final JobAcceptance acceptance;

	private final ProcessingTimes times;

	private final OwnerLimits limits;

	private final Idempotency idempotency;

	UploadController(AdmissionControl admission, OwnerLimits limits, Idempotency idempotency, UploadReader reader,
			JobAcceptance acceptance, ProcessingTimes times) {
		this.admission = admission;
		this.limits = limits;
		this.idempotency = idempotency;
		this.reader = reader;
		this.acceptance = acceptance;
		this.times = times;
	}

	@PostMapping("/upload")
	ResponseEntity<?> upload(HttpServletRequest request, Principal owner) throws IOException {
		// Before a byte of the body is read: refusing later would waste the client's
		// time.
		this.admission.check();
		return this.idempotency.answer(request, owner.getName(), "upload",
				(idempotent) -> accept(request, owner.getName(), idempotent),
				(fingerprint) -> this.reader.readOver(request, fingerprint));
	}

	private ResponseEntity<Accepted> accept(HttpServletRequest request, String owner, IdempotentRequest idempotent)
			throws IOException {
		// Not for an answer that is given once more.
		this.limits.admit(owner);
		try (Upload upload = this.reader.read(request, idempotent.fingerprint())) {
			return this.acceptance.accept(upload, owner, (jobId) -> idempotent.committing(accepted(jobId)));
		}
	}

	private ResponseEntity<Accepted> accepted(String jobId) {
		return ResponseEntity.accepted()
			.location(URI.create("/api/v1/ingest/status/" + jobId))
			.body(new Accepted(jobId, JobState.PROCESSING.code(), this.times.estimate().toMillis(),
					"Image upload accepted, processing started"));
	}

	/**
	 * Answer to an accepted upload.
	 *
	 * @param jobId where to ask for it
	 * @param status always {@code processing}
	 * @param estimatedTime milliseconds until it is done, learnt from recent jobs
	 * @param message for people
	 */
	record Accepted(String jobId, String status, long estimatedTime, String message) {
	}

}
