package org.imageingest.bench.corpus;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * When a photo was taken, told as the service tells it: from raw tag text, with an offset
 * only where the file has one, and not at all where the tag is no date.
 */
final class CaptureDates {

	private static final int DATE_AND_TIME = 19;

	private static final DateTimeFormatter TAG = DateTimeFormatter.ofPattern("uuuu:MM:dd HH:mm:ss")
		.withResolverStyle(ResolverStyle.STRICT);

	private static final DateTimeFormatter TOLD = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

	private CaptureDates() {
	}

	/**
	 * Reads what the manifest has of it.
	 * @param row a line of the manifest
	 * @return the date, empty if the service is to tell none, or {@code null} if the
	 * manifest does not say it all: of the date of digitising it has no offset
	 */
	static @Nullable String of(JsonNode row) {
		String original = told(row.path("captureDate").stringValue(""));
		if (original != null) {
			String offset = row.path("captureOffset").stringValue("");
			return offset.matches("[+-][0-9]{2}:[0-9]{2}") ? original + offset : original;
		}
		String fallback = row.path("captureDateFallback").path("tag").stringValue("");
		return fallback.equals("ExifIFD:CreateDate") ? null : "";
	}

	private static @Nullable String told(String tag) {
		if (tag.length() < DATE_AND_TIME) {
			return null;
		}
		try {
			return LocalDateTime.parse(tag.substring(0, DATE_AND_TIME), TAG).format(TOLD);
		}
		catch (DateTimeParseException ex) {
			return null;
		}
	}

}
