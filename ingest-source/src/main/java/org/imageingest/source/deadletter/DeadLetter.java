package org.imageingest.source.deadletter;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A parked message as an operator sees it, and where its job stands now.
 *
 * @param deadLetterId name of the letter
 * @param queue queue that it was parked in
 * @param reason why; {@code delivery-limit} if the broker gave it up by itself
 * @param parkedAt when it was parked
 * @param jobId the job, if the message can be read
 * @param attempt the job's attempt that the message belongs to
 * @param owner the job's owner, if the job is known
 * @param filename the photo's name, if the job is known
 * @param jobStatus where the job stands, if it is known
 * @param replayable whether the job failed in just this attempt and may be sent again
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DeadLetter(String deadLetterId, String queue, String reason, Instant parkedAt, @Nullable String jobId,
		@Nullable Integer attempt, @Nullable String owner, @Nullable String filename, @Nullable String jobStatus,
		boolean replayable) {
}
