package org.imageingest.messaging;

import java.time.Instant;
import java.util.List;

import org.imageingest.model.message.OriginalObject;
import org.imageingest.model.message.UploadedImage;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;

/**
 * A job for tests, as message and as delivery.
 */
final class TestJobs {

	static final JsonMapper JSON = JsonMapper.builder().build();

	static final UploadedImage UPLOAD = withTags(List.of("sea"));

	private TestJobs() {
	}

	static UploadedImage withTags(List<String> tags) {
		return new UploadedImage(1, "job_1", 3, "img_1", "alice", Instant.parse("2026-11-22T10:00:00Z"),
				new OriginalObject("staging/job_1/original", "image/jpeg", "jpg", 5, "ab".repeat(32)), null,
				"photo.jpg", tags);
	}

	static Message<byte[]> delivery(byte[] body) {
		return MessageBuilder.withPayload(body).build();
	}

}
