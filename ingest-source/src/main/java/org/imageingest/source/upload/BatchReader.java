package org.imageingest.source.upload;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import org.imageingest.model.problem.ProblemException;
import org.imageingest.model.problem.ProblemType;
import org.imageingest.source.idempotency.Fingerprint;
import org.imageingest.source.limit.OwnerLimits;

import org.springframework.stereotype.Component;

/**
 * Reads several photos from one request and stages them on the way. If the request does
 * not come to its end, nothing stays.
 */
@Component
class BatchReader {

	private final PhotoReceiver receiver;

	private final LocationOptIn optIn;

	private final PhotoStager stager;

	private final OwnerLimits limits;

	private final BatchProperties properties;

	private final BodyLimit limit;

	BatchReader(PhotoReceiver receiver, LocationOptIn optIn, PhotoStager stager, OwnerLimits limits,
			BatchProperties properties) {
		this.receiver = receiver;
		this.optIn = optIn;
		this.stager = stager;
		this.limits = limits;
		this.properties = properties;
		long bytes = properties.maxRequestSize().toBytes();
		this.limit = new BodyLimit(bytes, 2 * bytes, ProblemType.REQUEST_TOO_LARGE);
	}

	/**
	 * Reads the request to its end.
	 * @param request a multipart request
	 * @param owner subject of the uploader
	 * @param fingerprint takes what is read
	 * @return the photos; the good ones are staged
	 * @throws ProblemException if the request as a whole cannot be taken
	 * @throws IOException if the disk fails
	 * @throws software.amazon.awssdk.core.exception.SdkException if a photo cannot be
	 * staged
	 */
	StagedBatch read(HttpServletRequest request, String owner, Fingerprint fingerprint) throws IOException {
		try (StagingLine line = new StagingLine(this.stager, this.properties.stagingAtOnce())) {
			BatchParts parts = new BatchParts(this.receiver, this.optIn, line, this.properties.maxFiles(),
					() -> this.limits.count(owner));
			try {
				MultipartForm.read(request, this.limit, fingerprint, parts);
				return parts.toBatch();
			}
			catch (IOException | RuntimeException ex) {
				line.discard();
				throw ex;
			}
		}
	}

	/**
	 * Reads the request only to tell what it is.
	 * @param request a multipart request
	 * @param fingerprint takes what is read
	 * @throws ProblemException if the request cannot be read or is too large
	 * @throws IOException if the connection breaks
	 */
	void readOver(HttpServletRequest request, Fingerprint fingerprint) throws IOException {
		MultipartForm.read(request, this.limit, fingerprint, Part::drain);
	}

}
