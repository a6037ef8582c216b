package org.imageingest.source.deadletter;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;

import org.imageingest.model.problem.Problem;
import org.imageingest.model.problem.ProblemException;
import org.imageingest.model.problem.ProblemType;

/**
 * The last letter of a page. Clients hand it back as it is.
 *
 * @param parkedAt when it was parked
 * @param letterId its name
 */
record LetterCursor(Instant parkedAt, String letterId) {

	private static final int MAX_LENGTH = 200;

	private static final String SEPARATOR = " ";

	static LetterCursor at(DeadLetter letter) {
		return new LetterCursor(letter.parkedAt(), letter.deadLetterId());
	}

	String text() {
		String plain = this.parkedAt + SEPARATOR + this.letterId;
		return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Reads what a client handed back.
	 * @param text a cursor as text
	 * @return the cursor
	 * @throws ProblemException if it is none
	 */
	static LetterCursor parse(String text) {
		if (text.length() > MAX_LENGTH) {
			throw malformed();
		}
		try {
			String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(SEPARATOR,
					-1);
			if (parts.length != 2 || !parts[1].startsWith(ParkedMessage.ID_PREFIX)) {
				throw malformed();
			}
			return new LetterCursor(Instant.parse(parts[0]), parts[1]);
		}
		catch (IllegalArgumentException | DateTimeException ex) {
			throw malformed();
		}
	}

	private static ProblemException malformed() {
		return new ProblemException(Problem.of(ProblemType.INVALID_REQUEST,
				"The cursor is none that this service gave out; leave it out to begin with the last letter"));
	}

}
