package org.imageingest.source.upload;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import org.imageingest.model.problem.ProblemException;
import org.imageingest.model.problem.ProblemType;
import org.imageingest.source.IngestProperties;
import org.imageingest.source.idempotency.Fingerprint;

import org.springframework.stereotype.Component;

/**
 * Reads the upload of one photo, which is written to disk once.
 */
@Component
class UploadReader {

	/** Room for part headers and text parts. */
	private static final long FORM_BYTES = 1024 * 1024;

	private final PhotoReceiver receiver;

	private final LocationOptIn optIn;

	private final BodyLimit limit;

	UploadReader(PhotoReceiver receiver, LocationOptIn optIn, IngestProperties properties) {
		this.receiver = receiver;
		this.optIn = optIn;
		// Twice a photo and twice its preview: what is a little too large is read to its
		// end, so that its sender comes to listen
		long bytes = 2 * (Math.max(properties.maxFileSize().toBytes(), properties.maxRawSize().toBytes())
				+ properties.maxFileSize().toBytes()) + FORM_BYTES;
		this.limit = new BodyLimit(bytes, bytes, ProblemType.FILE_TOO_LARGE);
	}

	/**
	 * Reads the request to its end.
	 * @param request a multipart request
	 * @param fingerprint takes what is read
	 * @return the photo, to be closed
	 * @throws ProblemException if the request or the photo cannot be taken; no file is
	 * left then
	 * @throws IOException if the disk fails
	 */
	Upload read(HttpServletRequest request, Fingerprint fingerprint) throws IOException {
		try (UploadParts parts = new UploadParts(this.receiver, this.optIn)) {
			MultipartForm.read(request, this.limit, fingerprint, parts);
			return parts.toUpload();
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
