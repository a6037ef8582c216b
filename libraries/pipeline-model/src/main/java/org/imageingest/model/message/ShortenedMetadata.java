package org.imageingest.model.message;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.imageingest.model.storage.ImageMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Makes metadata fit into a message. No text is longer than
 * {@link MessageLimits#METADATA_TEXT_LENGTH}, the keywords together count as one text,
 * and where all texts together are still too long, as full-length captions in Chinese
 * are, the longest ones are shortened further.
 */
public final class ShortenedMetadata {

	private static final int CONTROL_CHARACTER_BYTES = 6;

	private ShortenedMetadata() {
	}

	/**
	 * Shortens what is too long.
	 * @param metadata any metadata
	 * @return metadata equal to it where it fits
	 */
	public static ImageMetadata of(ImageMetadata metadata) {
		int limit = MessageLimits.METADATA_TEXT_LENGTH;
		ImageMetadata kept = cut(metadata, limit);
		while (jsonBytes(kept) > MessageLimits.METADATA_BYTES) {
			limit /= 2;
			kept = cut(metadata, limit);
		}
		return kept;
	}

	private static ImageMetadata cut(ImageMetadata from, int limit) {
		return new ImageMetadata(from.width(), from.height(), from.storedWidth(), from.storedHeight(),
				from.orientation(), from.animated(), cut(from.captureDate(), limit), from.captureDateIsLocal(),
				cut(from.cameraMake(), limit), cut(from.cameraModel(), limit), from.gps(),
				cut(from.deviceSerial(), limit), cut(from.title(), limit), cut(from.caption(), limit),
				cut(from.keywords(), limit), cut(from.copyright(), limit));
	}

	private static @Nullable String cut(@Nullable String text, int limit) {
		if (text == null || text.length() <= limit) {
			return text;
		}
		// Half a pair is no character and cannot be written as JSON.
		boolean splitsPair = Character.isHighSurrogate(text.charAt(limit - 1));
		return text.substring(0, splitsPair ? limit - 1 : limit);
	}

	private static @Nullable List<String> cut(@Nullable List<String> keywords, int limit) {
		if (keywords == null) {
			return null;
		}
		List<String> kept = new ArrayList<>();
		int left = limit;
		for (String keyword : keywords) {
			left -= keyword.length() + 1;
			if (left < 0) {
				break;
			}
			kept.add(keyword);
		}
		return kept;
	}

	private static int jsonBytes(ImageMetadata metadata) {
		Stream<@Nullable String> texts = Stream.of(metadata.captureDate(), metadata.cameraMake(),
				metadata.cameraModel(), metadata.deviceSerial(), metadata.title(), metadata.caption(),
				metadata.copyright());
		List<String> keywords = Objects.requireNonNullElse(metadata.keywords(), List.of());
		return Stream.concat(texts.filter(Objects::nonNull), keywords.stream())
			.mapToInt(ShortenedMetadata::jsonBytes)
			.sum();
	}

	private static int jsonBytes(String text) {
		int escapes = (int) text.chars().filter((c) -> c == '"' || c == '\\').count();
		int controls = (int) text.chars().filter((c) -> c < ' ').count();
		return text.getBytes(StandardCharsets.UTF_8).length + escapes + controls * (CONTROL_CHARACTER_BYTES - 1) + 3;
	}

}
