package org.imageingest.source.upload;

import org.imageingest.model.message.MessageLimits;
import org.jspecify.annotations.Nullable;

/**
 * Makes display text of the file names that clients send. The result is never used as a
 * path, key or header.
 */
final class Filenames {

	private static final String UNNAMED = "unnamed";

	private Filenames() {
	}

	static String forDisplay(@Nullable String sent) {
		if (sent == null) {
			return UNNAMED;
		}
		String name = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
		// Control, format (among them the marks that turn writing direction) and lone
		// surrogate characters show something else than is there.
		name = name.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}]", "").strip();
		if (name.length() > MessageLimits.FILENAME_LENGTH) {
			name = name.substring(0, name.offsetByCodePoints(0,
					name.codePointCount(0, MessageLimits.FILENAME_LENGTH) - (splitsPair(name) ? 1 : 0)));
		}
		return name.isEmpty() ? UNNAMED : name;
	}

	private static boolean splitsPair(String name) {
		return Character.isHighSurrogate(name.charAt(MessageLimits.FILENAME_LENGTH - 1));
	}

}
