package org.imageingest.model.message;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import org.imageingest.model.identity.Identifiers;
import org.imageingest.model.recipe.Recipe;
import org.imageingest.model.recipe.VariantFormat;
import org.imageingest.model.storage.GpsPosition;
import org.imageingest.model.storage.ImageMetadata;
import org.imageingest.model.storage.ObjectKeys;

/**
 * Messages for tests.
 */
final class TestMessages {

	static final Instant ACCEPTED_AT = Instant.parse("2026-11-22T10:00:00.123Z");

	static final String SHA256 = "ab".repeat(32);

	private TestMessages() {
	}

	static UploadedImage uploaded() {
		return new UploadedImage(1, "job_1", 2, "img_1", "alice", ACCEPTED_AT,
				new OriginalObject("staging/job_1/original", "image/jpeg", "jpg", 5, SHA256),
				new PreviewObject("staging/job_1/preview", 4, SHA256), "photo.jpg", List.of("sea"));
	}

	static ProcessedImage processed() {
		return new ProcessedImage(1, "job_1", 2, "img_1", "alice", ACCEPTED_AT, "run1", 3, "portable",
				uploaded().original(), null,
				List.of(new StagedVariant("web", VariantFormat.WEBP, "staging/job_1/run1/web.webp", 3, 2, 9, SHA256)),
				metadata("Canon"), List.of("gps"), List.of("colour-profile-ignored"), "photo.jpg", List.of("sea"),
				"H/gBDYQyAGMWAdQoRn5UVu6PlQga", SHA256, true);
	}

	static ImageMetadata metadata(String text) {
		return new ImageMetadata(4000, 3000, 3000, 4000, 6, true, "2024-06-15T14:30:00", true, text, text,
				new GpsPosition(-33.856159, 151.215256), text, text, text, List.of(text), text);
	}

	/** As much as the edges let through, in the given character. */
	static ProcessedImage largest(String character, ImageMetadata metadata) {
		String jobId = Identifiers.newJobId();
		String runId = Identifiers.newRunId();
		List<StagedVariant> variants = IntStream.range(0, Recipe.MAX_VARIANTS)
			.mapToObj((i) -> "v" + "x".repeat(28) + i)
			.map((name) -> new StagedVariant(name, VariantFormat.WEBP,
					ObjectKeys.stagedVariant(jobId, runId, name + ".webp"), 16383, 16383, 99_999_999L, SHA256))
			.toList();
		return new ProcessedImage(1, jobId, 1_000_000, "img_" + "a".repeat(32), text(character, 255), ACCEPTED_AT,
				runId, 1_000_000, "portable",
				new OriginalObject(ObjectKeys.stagedOriginal(jobId), "image/x-olympus-orf", "orf", 104_857_600L,
						SHA256),
				new PreviewObject(ObjectKeys.staging(jobId) + "preview", 15_728_640L, SHA256), variants, metadata,
				IntStream.range(0, 12).mapToObj((i) -> "group-of-tags-" + i).toList(),
				IntStream.range(0, MessageLimits.WARNINGS).mapToObj((i) -> "w".repeat(98) + i).toList(),
				text(character, MessageLimits.FILENAME_LENGTH),
				IntStream.range(0, MessageLimits.TAGS)
					.mapToObj((i) -> text(character, MessageLimits.TAG_LENGTH))
					.toList(),
				"A".repeat(36), SHA256, true);
	}

	/** Text of a length in UTF-16 units, which is what the limits count. */
	static String text(String character, int length) {
		return character.repeat(length / character.length());
	}

}
