package org.imageingest.standalone.cost;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts calls by kind and name.
 */
final class Calls {

	private final Map<String, Integer> counts = new ConcurrentHashMap<>();

	void add(String kind, String name) {
		this.counts.merge(kind + " " + name, 1, Integer::sum);
	}

	void clear() {
		this.counts.clear();
	}

	/** Counts of a kind, by name. */
	Map<String, Integer> of(String kind) {
		Map<String, Integer> selected = new TreeMap<>();
		this.counts.forEach((call, count) -> {
			if (call.startsWith(kind + " ")) {
				selected.put(call.substring(kind.length() + 1), count);
			}
		});
		return selected;
	}

}
