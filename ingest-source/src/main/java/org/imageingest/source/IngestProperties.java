package org.imageingest.source;

import java.nio.file.Path;
import java.time.Duration;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How photos are taken in.
 *
 * @param identityKey secret of at least 64 hexadecimal digits that image names are
 * derived from; the same for the life of the bucket, and part of its backup
 * @param maxFileSize largest photo, and largest preview of a camera RAW
 * @param maxRawSize largest camera RAW
 * @param maxPixels most pixels of a photo, judged from its header
 * @param maxSide longest side in pixels of a photo
 * @param maxFrames most pictures in an animation or a TIFF
 * @param maxScans most scans of a JPEG
 * @param workDirectory where uploads lie until they are staged; a folder of this app
 * among the system's temporary files where absent
 * @param outbox messages that wait for the broker
 * @param staging removal of staged bytes
 */
@Validated
@ConfigurationProperties("ingest")
public record IngestProperties(@NotBlank String identityKey, @DefaultValue("15MB") DataSize maxFileSize,
		@DefaultValue("100MB") DataSize maxRawSize, @Min(1) @DefaultValue("100000000") long maxPixels,
		@Min(1) @DefaultValue("65535") int maxSide, @Min(1) @DefaultValue("5000") int maxFrames,
		@Min(1) @DefaultValue("100") int maxScans, @Nullable Path workDirectory, @DefaultValue Outbox outbox,
		@DefaultValue Staging staging) {

	/**
	 * Messages that wait for the broker.
	 *
	 * @param maxPending most messages waiting before uploads are refused
	 * @param maxAge longest wait of a message before uploads are refused
	 * @param resendAfter age at which the sender takes a message that the request itself
	 * could not send
	 * @param interval pause between two looks of the sender
	 */
	public record Outbox(@Min(1) @DefaultValue("10000") int maxPending, @DefaultValue("10m") Duration maxAge,
			@DefaultValue("5s") Duration resendAfter, @DefaultValue("1s") Duration interval) {
	}

	/**
	 * Removal of staged bytes.
	 *
	 * @param interval pause between two looks for finished jobs
	 */
	public record Staging(@DefaultValue("1s") Duration interval) {
	}

}
