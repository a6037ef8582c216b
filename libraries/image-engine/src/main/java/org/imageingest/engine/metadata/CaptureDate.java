package org.imageingest.engine.metadata;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.drew.metadata.exif.ExifDirectoryBase;
import org.jspecify.annotations.Nullable;

/**
 * When a photo was taken, from the raw text of its tags: no time zone is ever invented
 * (Exif 3.0, 4.6.6.6).
 *
 * @param text {@code 2024-06-15T14:30:00}, with the offset where the file tells it
 * @param local true if there is no offset
 */
record CaptureDate(String text, boolean local) {

	private static final Pattern DATE = Pattern.compile(
			"(\\d{4})[:/.-](\\d{1,2})[:/.-](\\d{1,2})[ T]+(\\d{1,2}):(\\d{1,2}):(\\d{1,2})(?!\\d).*", Pattern.DOTALL);

	private static final Pattern OFFSET = Pattern.compile("[+-]\\d{2}:\\d{2}|Z");

	private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);

	static @Nullable CaptureDate of(ExifTags tags) {
		CaptureDate original = of(tags.text(ExifDirectoryBase.TAG_DATETIME_ORIGINAL),
				tags.text(ExifDirectoryBase.TAG_TIME_ZONE_ORIGINAL));
		return (original != null) ? original : of(tags.text(ExifDirectoryBase.TAG_DATETIME_DIGITIZED),
				tags.text(ExifDirectoryBase.TAG_TIME_ZONE_DIGITIZED));
	}

	static @Nullable CaptureDate of(@Nullable String date, @Nullable String offset) {
		LocalDateTime time = time(date);
		if (time == null) {
			return null;
		}
		ZoneOffset zone = zone(offset);
		if (zone == null) {
			return new CaptureDate(SECONDS.format(time), true);
		}
		String zoneText = zone.equals(ZoneOffset.UTC) ? "+00:00" : zone.getId();
		return new CaptureDate(SECONDS.format(time) + zoneText, false);
	}

	private static @Nullable LocalDateTime time(@Nullable String date) {
		Matcher parts = DATE.matcher((date != null) ? date.strip() : "");
		if (!parts.matches() || number(parts, 1) == 0) {
			return null;
		}
		try {
			return LocalDateTime.of(number(parts, 1), number(parts, 2), number(parts, 3), number(parts, 4),
					number(parts, 5), number(parts, 6));
		}
		catch (DateTimeException ex) {
			// Such as 2024:02:30: a date that does not exist is no date
			return null;
		}
	}

	private static @Nullable ZoneOffset zone(@Nullable String offset) {
		String text = (offset != null) ? offset.replace("\0", "").strip() : "";
		if (!OFFSET.matcher(text).matches()) {
			return null;
		}
		try {
			return ZoneOffset.of(text);
		}
		catch (DateTimeException ex) {
			// Such as +25:00
			return null;
		}
	}

	private static int number(Matcher parts, int group) {
		return Integer.parseInt(parts.group(group));
	}

}
