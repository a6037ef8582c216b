package org.imageingest.source.deadletter;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.imageingest.source.RunningIngestSource;

/**
 * Parks messages in a running app as its listener would.
 */
public final class ParkedLetters {

	private ParkedLetters() {
	}

	public static void park(RunningIngestSource source, String jobId, int attempt) {
		byte[] body = "{\"jobId\":\"%s\",\"attempt\":%d}".formatted(jobId, attempt).getBytes(StandardCharsets.UTF_8);
		source.bean(TakeOver.class)
			.take(new ParkedMessage("processed-images.s3-sink.dlq", "java.io.IOException: cut",
					Instant.now().truncatedTo(ChronoUnit.MILLIS), false, jobId, attempt, body));
	}

}
