package org.imageingest.model.message;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.imageingest.model.identity.Identifiers;
import org.imageingest.model.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What processor and sink tell the source about a job.
 *
 * @param v version of the message format
 * @param eventId random name of this event
 * @param jobId the job
 * @param attempt attempt of the message that was worked on
 * @param type what happened
 * @param stage stage reached
 * @param progress percent, 0 to 100
 * @param at the sender's clock; for information, never for ordering
 * @param problem why the job failed, for {@link Type#FAILED}
 * @param retryable whether the same bytes may succeed later, for {@link Type#FAILED}
 * @param imageId the published image, for {@link Type#COMPLETED}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JobEvent(int v, String eventId, String jobId, int attempt, Type type, JobStage stage, int progress,
		Instant at, @Nullable Problem problem, @Nullable Boolean retryable, @Nullable String imageId) {

	/** What happened to the job. */
	public enum Type {

		/** It reached a stage. */
		@JsonProperty("progress")
		PROGRESS,

		/** Its image is published. */
		@JsonProperty("completed")
		COMPLETED,

		/** It cannot go on. */
		@JsonProperty("failed")
		FAILED,

		/** Its bytes are not in staging any more. */
		@JsonProperty("claim_missing")
		CLAIM_MISSING,

		/** Its image was deleted after the job was accepted. */
		@JsonProperty("image_deleted")
		IMAGE_DELETED

	}

	public static JobEvent progress(JobMessage message, JobStage stage, Instant at) {
		return of(message, Type.PROGRESS, stage, at, null, null, null);
	}

	public static JobEvent completed(JobMessage message, Instant at) {
		return of(message, Type.COMPLETED, JobStage.DONE, at, null, null, message.imageId());
	}

	public static JobEvent failed(JobMessage message, JobStage stage, Instant at, Problem problem, boolean retryable) {
		return of(message, Type.FAILED, stage, at, problem, retryable, null);
	}

	public static JobEvent claimMissing(JobMessage message, JobStage stage, Instant at) {
		return of(message, Type.CLAIM_MISSING, stage, at, null, null, null);
	}

	public static JobEvent imageDeleted(JobMessage message, Instant at) {
		return of(message, Type.IMAGE_DELETED, JobStage.UPLOADING, at, null, null, null);
	}

	private static JobEvent of(JobMessage message, Type type, JobStage stage, Instant at, @Nullable Problem problem,
			@Nullable Boolean retryable, @Nullable String imageId) {
		return new JobEvent(JobMessage.VERSION, Identifiers.newEventId(), message.jobId(), message.attempt(), type,
				stage, stage.progress(), at, problem, retryable, imageId);
	}

}
