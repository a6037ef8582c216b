package org.imageingest.model.problem;

import java.util.Locale;

/**
 * Everything that can go wrong for a client. The URI of each is {@code /problems/} and
 * its name in lower case with hyphens.
 */
public enum ProblemType {

	/** The request is not what the API asks for. */
	INVALID_REQUEST("Invalid request", 400),

	/** The multipart body lacks the image or cannot be read. */
	INVALID_UPLOAD("Invalid upload", 400),

	/** The header {@code Idempotency-Key} is empty, too long or malformed. */
	INVALID_IDEMPOTENCY_KEY("Invalid idempotency key", 400),

	/** No token, or one that is not accepted. */
	UNAUTHORIZED("Authentication needed", 401),

	/** The token lacks the scope. */
	FORBIDDEN("Not allowed", 403),

	/** There is no such thing, or it belongs to someone else. */
	NOT_FOUND("Not found", 404),

	/** The path does not take this method. */
	METHOD_NOT_ALLOWED("Method not allowed", 405),

	/** No representation that the client accepts. */
	NOT_ACCEPTABLE("Not acceptable", 406),

	/** The job has ended and cannot be cancelled any more. */
	JOB_ENDED("Job has ended", 409),

	/** The job has not failed, or its failure cannot be mended by another attempt. */
	NOT_RETRYABLE("Job cannot be retried", 409),

	/** A request with the same idempotency key is being worked on. */
	REQUEST_IN_PROGRESS("Request in progress", 409),

	/** The request names another host than this one. */
	MISDIRECTED_REQUEST("Misdirected request", 421),

	/** The file is larger than the limit in bytes. */
	FILE_TOO_LARGE("File too large", 413),

	/** The request has more files than the limit. */
	TOO_MANY_FILES("Too many files", 413),

	/** The request as a whole is larger than the limit in bytes. */
	REQUEST_TOO_LARGE("Request too large", 413),

	/** The bytes are not an image that this service takes. */
	UNSUPPORTED_IMAGE_TYPE("Unsupported image type", 415),

	/** The file has no bytes. */
	EMPTY_FILE("Empty file", 422),

	/** The picture has more pixels than the limit. */
	TOO_MANY_PIXELS("Too many pixels", 422),

	/** A side, the frames or the scans of the picture are over the limit. */
	DECODING_LIMIT_EXCEEDED("Decoding limit exceeded", 422),

	/** The file starts like an image but cannot be read as one. */
	CORRUPT_IMAGE("Corrupt image", 422),

	/** The picture could not be worked on within the time limit. */
	TIME_LIMIT_EXCEEDED("Time limit exceeded", 422),

	/** The picture needs more memory than may be spent on one. */
	MEMORY_LIMIT_EXCEEDED("Memory limit exceeded", 422),

	/** The picture brings down what decodes it. */
	DECODER_CRASHED("Decoder crashed", 422),

	/** Keeping the location was asked for where the operator does not allow it. */
	LOCATION_OPT_IN_NOT_ALLOWED("Location cannot be kept", 422),

	/** A preview was sent with a photo that is no camera RAW. */
	PREVIEW_NOT_TAKEN("Preview not taken", 422),

	/** None of the files of a batch can be taken. */
	NO_FILE_ACCEPTED("No file accepted", 422),

	/** The idempotency key was used for another body before. */
	IDEMPOTENCY_KEY_REUSED("Idempotency key reused", 422),

	/** More or longer tags than the limit. */
	INVALID_TAGS("Invalid tags", 422),

	/** The owner uploads faster than the limit. */
	TOO_MANY_REQUESTS("Too many requests", 429),

	/** The owner has more unfinished jobs than the limit. */
	TOO_MANY_JOBS("Too many jobs", 429),

	/** Something failed that may work later. */
	PROCESSING_FAILED("Processing failed", 500),

	/** The staged bytes of a job vanished. */
	STAGING_LOST("Staged bytes lost", 500),

	/** An unexpected error. */
	INTERNAL_ERROR("Internal error", 500),

	/** A part that the service needs does not answer, or too much is waiting. */
	SERVICE_UNAVAILABLE("Service unavailable", 503),

	/** The disk that uploads pass through is full. */
	INSUFFICIENT_STORAGE("Insufficient storage", 507);

	private final String title;

	private final int status;

	ProblemType(String title, int status) {
		this.title = title;
		this.status = status;
	}

	public String title() {
		return this.title;
	}

	/**
	 * Returns the HTTP status.
	 * @return 400 to 599
	 */
	public int status() {
		return this.status;
	}

	/**
	 * Returns the RFC 9457 {@code type}.
	 * @return a path relative to the service
	 */
	public String uri() {
		return "/problems/" + name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
