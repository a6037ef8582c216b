package org.imageingest.testkit.secret;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks for planted secrets in whatever bytes: the texts as they are, in UTF-16, in
 * hexadecimal and in base64; the position as decimals, as degrees, minutes and seconds,
 * and as the numbers of EXIF.
 */
public final class SecretSearch {

	/** Stands for a text whose place cannot be read, because of how it is written. */
	private static final String ENCODED = "encoded";

	private static final String POSITION = "gps";

	private static final Pattern TEXT = Pattern.compile(Secrets.STEM + "-([a-z0-9-]+\\.[a-z0-9-]+)");

	private static final Map<String, String> FORMS = forms();

	private final Set<String> allowed;

	private SecretSearch(Set<String> allowed) {
		this.allowed = allowed;
	}

	/**
	 * Searches for everything.
	 * @return a search
	 */
	public static SecretSearch forAll() {
		return new SecretSearch(Set.of());
	}

	/**
	 * Searches for everything but what may be there.
	 * @param groups groups of places; {@code gps.decimal} for the position in decimals
	 * @return a search
	 */
	public static SecretSearch except(String... groups) {
		return new SecretSearch(Set.of(groups));
	}

	/**
	 * Searches.
	 * @param bytes anything
	 * @return places of the secrets found and the forms of the position; empty if there
	 * are none
	 */
	public Set<String> in(byte[] bytes) {
		Set<String> found = new TreeSet<>();
		String text = new String(bytes, StandardCharsets.ISO_8859_1);
		texts(text, found);
		if (text.contains("\0" + Secrets.STEM.charAt(1) + "\0")) {
			// Either byte order, whether it starts at an even place or not
			texts(text.replace("\0", ""), found);
		}
		FORMS.forEach((form, name) -> {
			if (text.contains(form)) {
				found.add(name);
			}
		});
		found.removeIf(this::isAllowed);
		return found;
	}

	private static void texts(String text, Set<String> found) {
		Matcher matcher = TEXT.matcher(text);
		while (matcher.find()) {
			found.add(matcher.group(1));
		}
	}

	private boolean isAllowed(String place) {
		return this.allowed.contains(place) || this.allowed.contains(place.substring(0, place.indexOf('.')));
	}

	private static Map<String, String> forms() {
		Map<String, String> forms = new LinkedHashMap<>();
		for (String number : new String[] { "71.2906", "156.7886" }) {
			everyCharset(forms, number, POSITION + ".decimal");
		}
		for (String angle : new String[] { "71,17.43", "156,47.31", "71,17,26.2", "156,47,19.1", "71/1 17/1",
				"156/1 47/1", "17' 26.2", "47' 19.1", "17\u2032 26.2", "47\u2032 19.1" }) {
			everyCharset(forms, angle, POSITION + ".degrees");
		}
		// Seconds to a ten-thousandth, as rationals of either byte order
		for (String rational : new String[] { "0003ff9000002710", "0002eb3c00002710", "90ff030010270000",
				"3ceb020010270000" }) {
			forms.put(new String(HexFormat.of().parseHex(rational), StandardCharsets.ISO_8859_1),
					POSITION + ".rational");
			forms.put(rational, POSITION + ".rational");
		}
		byte[] stem = Secrets.ascii(Secrets.STEM);
		forms.put(HexFormat.of().formatHex(stem), ENCODED + ".hexadecimal");
		forms.put(HexFormat.of().withUpperCase().formatHex(stem), ENCODED + ".hexadecimal");
		for (int shift = 0; shift < 3; shift++) {
			String padded = "x".repeat(shift) + Secrets.STEM;
			String encoded = Base64.getEncoder().withoutPadding().encodeToString(Secrets.ascii(padded));
			// Only those characters that no neighbour has a share in
			forms.put(encoded.substring((shift + 1) * 4 / 3, padded.length() / 3 * 4), ENCODED + ".base64");
		}
		return forms;
	}

	private static void everyCharset(Map<String, String> forms, String text, String name) {
		for (Charset charset : new Charset[] { StandardCharsets.UTF_8, StandardCharsets.UTF_16BE,
				StandardCharsets.UTF_16LE }) {
			forms.put(new String(text.getBytes(charset), StandardCharsets.ISO_8859_1), name);
		}
	}

}
