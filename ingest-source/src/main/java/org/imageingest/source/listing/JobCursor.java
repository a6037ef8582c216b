package org.imageingest.source.listing;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;

import org.imageingest.model.identity.Identifiers;
import org.imageingest.model.problem.Problem;
import org.imageingest.model.problem.ProblemException;
import org.imageingest.model.problem.ProblemType;

/**
 * The last job of a page. Clients hand it back as it is.
 *
 * @param acceptedAt when the job was accepted
 * @param jobId name of the job
 */
record JobCursor(Instant acceptedAt, String jobId) {

	private static final int MAX_LENGTH = 200;

	private static final String SEPARATOR = " ";

	static JobCursor at(JobItem item) {
		return new JobCursor(item.acceptedAt(), item.jobId());
	}

	String text() {
		String plain = this.acceptedAt + SEPARATOR + this.jobId;
		return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Reads what a client handed back.
	 * @param text a cursor as text
	 * @return the cursor
	 * @throws ProblemException if it is none
	 */
	static JobCursor parse(String text) {
		if (text.length() > MAX_LENGTH) {
			throw malformed();
		}
		try {
			String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(SEPARATOR,
					-1);
			if (parts.length != 2 || !Identifiers.isJobId(parts[1])) {
				throw malformed();
			}
			return new JobCursor(Instant.parse(parts[0]), parts[1]);
		}
		catch (IllegalArgumentException | DateTimeException ex) {
			throw malformed();
		}
	}

	private static ProblemException malformed() {
		return new ProblemException(Problem.of(ProblemType.INVALID_REQUEST,
				"The cursor is none that this service gave out; leave it out to begin with the newest job"));
	}

}
