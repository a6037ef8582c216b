package org.imageingest.source.upload;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import org.eclipse.jetty.http.MultiPart;
import org.imageingest.model.problem.Problem;
import org.imageingest.model.problem.ProblemException;
import org.imageingest.model.problem.ProblemType;
import org.imageingest.source.idempotency.Fingerprint;
import org.jspecify.annotations.Nullable;

import org.springframework.web.util.DisconnectedClientHelper;

/**
 * Reads a multipart request part by part, as a stream: nothing is kept in memory.
 */
final class MultipartForm {

	private final BodyLimit limit;

	private final Fingerprint fingerprint;

	private final String boundary;

	private final long declared;

	private final CountedBody body;

	private final BodyBudget budget;

	private @Nullable RuntimeException refusal;

	private MultipartForm(HttpServletRequest request, String boundary, BodyLimit limit, Fingerprint fingerprint)
			throws IOException {
		this.limit = limit;
		this.fingerprint = fingerprint;
		this.boundary = boundary;
		this.declared = request.getContentLengthLong();
		this.body = new CountedBody(request);
		this.budget = new BodyBudget(this.body, limit);
	}

	/**
	 * Hands each part to a reader. What is refused is read on, so that its sender comes
	 * to the point where it listens.
	 * @param request a multipart request
	 * @param limit how much of it is taken
	 * @param fingerprint takes what is read, in parts that are taken or not
	 * @param parts takes the parts
	 * @throws ProblemException if the request or one of its parts cannot be taken
	 * @throws IOException if the disk fails
	 */
	static void read(HttpServletRequest request, BodyLimit limit, Fingerprint fingerprint, PartReader parts)
			throws IOException {
		String boundary = isMultipart(request) ? MultiPart.extractBoundary(request.getContentType()) : null;
		if (boundary == null) {
			throw invalid("The request is not multipart/form-data with a part named 'image'", null);
		}
		new MultipartForm(request, boundary, limit, fingerprint).read(parts);
	}

	private static boolean isMultipart(HttpServletRequest request) {
		String contentType = request.getContentType();
		return contentType != null && contentType.regionMatches(true, 0, "multipart/", 0, "multipart/".length());
	}

	private void read(PartReader parts) throws IOException {
		if (this.declared > this.limit.bytes()) {
			refuse(new BodyTooLargeException(this.limit.exceeded(this.declared, true)));
		}
		if (this.declared <= this.limit.drainBytes()) {
			readParts(parts);
		}
		else {
			this.fingerprint.text("Content-Length", String.valueOf(this.declared));
		}
		this.fingerprint.complete();
		if (this.refusal instanceof BodyTooLargeException) {
			throw new ProblemException(this.limit.exceeded(Math.max(this.declared, this.body.bytes()),
					this.declared >= 0 || !this.budget.isSpent()));
		}
		if (this.refusal != null) {
			throw this.refusal;
		}
	}

	private void readParts(PartReader parts) throws IOException {
		try {
			MultipartBody form = new MultipartBody(this.body, this.boundary);
			MultipartBody.FormPart part = null;
			while (!this.budget.isSpent() && (part = form.next()) != null) {
				read(Part.open(part, this.budget), parts);
			}
			this.budget.check();
		}
		catch (BodyTooLargeException ex) {
			refuse(ex);
		}
		catch (MalformedBodyException ex) {
			throw invalid("The multipart body cannot be read", ex);
		}
		catch (IOException ex) {
			if (DisconnectedClientHelper.isClientDisconnectedException(ex)) {
				throw invalid("The client broke off", ex);
			}
			throw ex;
		}
	}

	private void read(Part part, PartReader parts) throws IOException {
		try {
			if (this.refusal == null) {
				parts.take(part);
			}
			part.drain();
		}
		catch (RuntimeException ex) {
			refuse(ex);
			part.drain();
		}
		part.addTo(this.fingerprint);
	}

	private void refuse(RuntimeException reason) {
		this.refusal = reason;
		this.budget.refuse();
	}

	private static ProblemException invalid(String detail, @Nullable Throwable cause) {
		Problem problem = Problem.of(ProblemType.INVALID_UPLOAD, detail);
		return (cause != null) ? new ProblemException(problem, cause) : new ProblemException(problem);
	}

}
