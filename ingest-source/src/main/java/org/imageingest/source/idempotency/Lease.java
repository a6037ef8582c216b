package org.imageingest.source.idempotency;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;

import org.imageingest.model.problem.Problem;
import org.imageingest.model.problem.ProblemException;
import org.imageingest.model.problem.ProblemType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.dao.DataAccessException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * A key in the hand of one request.
 */
final class Lease {

	private static final Logger logger = LoggerFactory.getLogger(Lease.class);

	private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

	private final IdempotencyKey key;

	private final String holder;

	private final IdempotencyRecords records;

	private final JsonMapper json;

	Lease(IdempotencyKey key, String holder, IdempotencyRecords records, JsonMapper json) {
		this.key = key;
		this.holder = holder;
		this.records = records;
		this.json = json;
	}

	String holder() {
		return this.holder;
	}

	void commit(ResponseEntity<?> answer, String fingerprint) {
		if (!store(answer, fingerprint)) {
			throw inProgress();
		}
	}

	/**
	 * Stores an answer that promises nothing.
	 * @return false if another request took the key over
	 */
	boolean store(ResponseEntity<?> answer, String fingerprint) {
		URI location = answer.getHeaders().getLocation();
		MediaType type = Objects.requireNonNullElse(answer.getHeaders().getContentType(), MediaType.APPLICATION_JSON);
		return this.records.store(this.key, this.holder,
				new StoredAnswer(fingerprint, answer.getStatusCode().value(), type.toString(),
						(location != null) ? location.toString() : null,
						this.json.writeValueAsString(answer.getBody())));
	}

	/** Lets the client try again at once. */
	void release() {
		try {
			this.records.release(this.key, this.holder);
		}
		catch (DataAccessException ex) {
			logger.warn("An idempotency key is given back only when its lease runs out", ex);
		}
	}

	static ProblemException inProgress() {
		return new ProblemException(Problem.of(ProblemType.REQUEST_IN_PROGRESS,
				"A request with this " + IdempotencyKey.HEADER + " is being worked on"), RETRY_AFTER);
	}

}
