package org.imageingest.engine.metadata;

import org.imageingest.model.message.MessageLimits;
import org.jspecify.annotations.Nullable;

/**
 * Makes text from a file fit to be kept: no control characters, no blanks around it, not
 * longer than a message can bear.
 */
final class KeptText {

	private KeptText() {
	}

	static @Nullable String of(@Nullable String text) {
		return of(text, MessageLimits.METADATA_TEXT_LENGTH);
	}

	static @Nullable String of(@Nullable String text, int maxLength) {
		if (text == null) {
			return null;
		}
		StringBuilder kept = new StringBuilder(Math.min(text.length(), maxLength));
		text.chars()
			.filter((c) -> (c >= ' ' && c != 0x7F) || c == '\n' || c == '\t')
			.forEach((c) -> kept.append((char) c));
		String stripped = kept.toString().strip();
		if (stripped.length() > maxLength) {
			boolean splitsPair = Character.isHighSurrogate(stripped.charAt(maxLength - 1));
			stripped = stripped.substring(0, splitsPair ? maxLength - 1 : maxLength);
		}
		return stripped.isEmpty() ? null : stripped;
	}

}
