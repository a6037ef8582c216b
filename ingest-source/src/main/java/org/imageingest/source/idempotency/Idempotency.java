package org.imageingest.source.idempotency;

import java.io.IOException;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import org.imageingest.model.identity.Identifiers;
import org.imageingest.model.problem.Problem;
import org.imageingest.model.problem.ProblemException;
import org.imageingest.model.problem.ProblemType;
import org.imageingest.source.idempotency.IdempotentRequest.Keyed;
import org.imageingest.source.idempotency.IdempotentRequest.Keyless;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Does a request once, however often it comes with the same {@code Idempotency-Key}:
 * later ones get the answer of the first. Answers that blame the service (5xx) or only
 * ask to wait are not remembered.
 */
@Component
public class Idempotency {

	private static final Logger logger = LoggerFactory.getLogger(Idempotency.class);

	private final IdempotencyRecords records;

	private final LeaseKeeper leases;

	private final JsonMapper json;

	Idempotency(IdempotencyRecords records, LeaseKeeper leases, JsonMapper json) {
		this.records = records;
		this.leases = leases;
		this.json = json;
	}

	/**
	 * Answers a request.
	 * @param request the request, whose body nobody has read
	 * @param owner subject of the client
	 * @param operation what is asked for; keys of different operations are different
	 * @param work does what is asked for
	 * @param over reads the body only to tell what it is
	 * @return the answer of this request, or of the first one with its key
	 * @throws IOException if the work throws it
	 * @throws ProblemException {@link ProblemType#INVALID_IDEMPOTENCY_KEY},
	 * {@link ProblemType#IDEMPOTENCY_KEY_REUSED}, {@link ProblemType#REQUEST_IN_PROGRESS}
	 * (before the body is read), and what the work throws
	 */
	public ResponseEntity<?> answer(HttpServletRequest request, String owner, String operation, Work work,
			BodyReader over) throws IOException {
		IdempotencyKey key = IdempotencyKey.of(request, owner, operation);
		if (key == null) {
			return work.answer(new Keyless(new Fingerprint()));
		}
		String holder = Identifiers.newRunId();
		if (!this.records.take(key, holder)) {
			Optional<StoredAnswer> answer = this.records.answer(key);
			return replay(answer.orElseThrow(Lease::inProgress), over);
		}
		this.leases.keep(holder);
		try {
			return work(request, work, new Keyed(new Fingerprint(), new Lease(key, holder, this.records, this.json)));
		}
		finally {
			this.leases.drop(holder);
		}
	}

	private static ResponseEntity<?> replay(StoredAnswer answer, BodyReader over) throws IOException {
		Fingerprint fingerprint = new Fingerprint();
		try {
			over.read(fingerprint);
		}
		catch (ProblemException ex) {
			if (!fingerprint.isComplete()) {
				throw ex;
			}
			logger.debug("The repeated request is refused as the first one was", ex);
		}
		if (!fingerprint.value().equals(answer.fingerprint())) {
			throw new ProblemException(Problem.of(ProblemType.IDEMPOTENCY_KEY_REUSED,
					"This " + IdempotencyKey.HEADER + " was used with another body before"));
		}
		return answer.replay();
	}

	/** Whatever is not answered for good gives the key back. */
	private ResponseEntity<?> work(HttpServletRequest request, Work work, Keyed keyed) throws IOException {
		try {
			ResponseEntity<?> answer = work.answer(keyed);
			if (answer.getStatusCode().isError()) {
				remember(answer, keyed);
			}
			return answer;
		}
		catch (ProblemException ex) {
			Problem problem = ex.problem().at(request.getRequestURI());
			remember(ResponseEntity.status(problem.status())
				.contentType(MediaType.APPLICATION_PROBLEM_JSON)
				.body(problem), keyed);
			throw ex;
		}
		catch (IOException | RuntimeException ex) {
			keyed.lease().release();
			throw ex;
		}
	}

	private static void remember(ResponseEntity<?> refusal, Keyed keyed) {
		boolean forGood = refusal.getStatusCode().is4xxClientError()
				&& !refusal.getStatusCode().equals(HttpStatus.CONFLICT)
				&& !refusal.getStatusCode().equals(HttpStatus.TOO_MANY_REQUESTS);
		if (!forGood || !keyed.fingerprint().isComplete()) {
			keyed.lease().release();
			return;
		}
		try {
			keyed.lease().store(refusal, keyed.fingerprint().value());
		}
		catch (DataAccessException ex) {
			logger.warn("A refusal is not remembered; the client may try again when its lease runs out", ex);
		}
	}

	/**
	 * Does what a request asks for.
	 */
	@FunctionalInterface
	public interface Work {

		/**
		 * Answers the request.
		 * @param request tells its body to the fingerprint; commits its answer
		 * @return the answer
		 * @throws IOException if the disk fails
		 */
		ResponseEntity<?> answer(IdempotentRequest request) throws IOException;

	}

	/**
	 * Reads a body for its fingerprint alone.
	 */
	@FunctionalInterface
	public interface BodyReader {

		/**
		 * Reads the body to its end.
		 * @param fingerprint takes what is read
		 * @throws IOException if the connection breaks
		 */
		void read(Fingerprint fingerprint) throws IOException;

	}

}
