package org.imageingest.bench.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a line of a manifest says of a file.
 *
 * @param outcome what is wanted
 * @param tolerated what is fine as well
 * @param secrets texts that may be in no variant and in no answer
 * @param facts what the answer is to tell, by the names of its metadata; values are
 * compared as text
 */
record Expectation(Outcome outcome, Set<Outcome> tolerated, List<String> secrets, Map<String, String> facts) {

	/** Shorter texts are found anywhere. */
	private static final int SHORTEST_SECRET = 6;

	private static final int MOST_TURNED = 8;

	/** Of others the service counts no frames. */
	private static final Set<String> ANIMATED_KINDS = Set.of("gif", "webp", "png");

	Expectation {
		tolerated = Set.copyOf(tolerated);
		secrets = List.copyOf(secrets);
		facts = Map.copyOf(facts);
	}

	/**
	 * Reads a line of a manifest.
	 * @param row the line
	 * @return what is expected
	 */
	static Expectation of(JsonNode row) {
		List<Outcome> tolerated = new ArrayList<>();
		row.path("tolerated").forEach((word) -> tolerated.add(Outcome.of(word.stringValue())));
		// Of damaged files and camera RAWs programs read different things.
		boolean sound = !Set.of("hostile", "raw").contains(row.path("group").stringValue(""));
		return new Expectation(Outcome.of(row.path("expected").stringValue()), Set.copyOf(tolerated), secrets(row),
				sound ? facts(row) : Map.of());
	}

	private static Map<String, String> facts(JsonNode row) {
		int orientation = row.path("orientation").intValue(1);
		String kind = row.path("kind").stringValue("");
		Facts facts = new Facts().put("width", number(row, "displayWidth"))
			.put("height", number(row, "displayHeight"))
			.put("captureDate", CaptureDates.of(row))
			.put("cameraMake", row.path("make").stringValue("").strip())
			.put("cameraModel", row.path("model").stringValue("").strip());
		if (!kind.equals("heif") && !kind.equals("avif")) {
			facts.put("orientation",
					Integer.toString((orientation >= 1 && orientation <= MOST_TURNED) ? orientation : 1));
		}
		if (ANIMATED_KINDS.contains(kind) && row.path("frames").isNumber()) {
			facts.put("animated", (row.path("frames").intValue() > 1) ? "true" : "");
		}
		return facts.values();
	}

	private static @Nullable String number(JsonNode row, String name) {
		return row.path(name).isNumber() ? Integer.toString(row.path(name).intValue()) : null;
	}

	private static List<String> secrets(JsonNode row) {
		List<String> secrets = new ArrayList<>();
		// What is told of the camera may stand in another tag as well.
		String told = row.path("make").stringValue("") + "\n" + row.path("model").stringValue("");
		row.path("serialTags").forEach((value) -> secrets.add(value.asString("").strip()));
		secrets.removeIf(told::contains);
		for (String position : List.of("gpsLat", "gpsLon")) {
			if (row.path(position).isNumber()) {
				secrets.add(String.format(Locale.ROOT, "%.4f", row.path(position).doubleValue()));
			}
		}
		secrets.removeIf((secret) -> secret.length() < SHORTEST_SECRET);
		return secrets;
	}

	/**
	 * Collects facts; what is not known is none.
	 */
	private static final class Facts {

		private final Map<String, String> values = new TreeMap<>();

		Facts put(String name, @Nullable String value) {
			if (value != null) {
				this.values.put(name, value);
			}
			return this;
		}

		Map<String, String> values() {
			return this.values;
		}

	}

}
