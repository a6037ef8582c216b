package org.imageingest.source.idempotency;

import java.net.URI;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * An answer as it was given.
 *
 * @param fingerprint digest of the body that was answered
 * @param status HTTP status
 * @param contentType media type
 * @param location where the result is found, if there is one
 * @param body the JSON
 */
record StoredAnswer(String fingerprint, int status, String contentType, @Nullable String location, String body) {

	private static final String REPLAYED = "Idempotency-Replayed";

	ResponseEntity<byte[]> replay() {
		ResponseEntity.BodyBuilder answer = ResponseEntity.status(this.status)
			.contentType(MediaType.parseMediaType(this.contentType))
			.header(REPLAYED, "true");
		if (this.location != null) {
			answer.location(URI.create(this.location));
		}
		return answer.body(this.body.getBytes(StandardCharsets.UTF_8));
	}

}
