package org.imageingest.engine;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Counts outcomes, and writes them as the table of the documentation.
 */
final class CorpusTable {

	private static final String HEAD = """
			| group | category | files | variants | original only | refused |
			|---|---|---|---|---|---|
			""";

	private final Map<String, int[]> rows = new TreeMap<>();

	synchronized void count(String group, String category, String outcome) {
		int[] row = this.rows.computeIfAbsent("| " + group + " | " + category, (_) -> new int[4]);
		row[0]++;
		row[switch (outcome) {
			case "variants" -> 1;
			case "original-only" -> 2;
			default -> 3;
		}]++;
	}

	synchronized String toMarkdown() {
		int[] all = new int[4];
		this.rows.values().forEach((row) -> {
			for (int i = 0; i < all.length; i++) {
				all[i] += row[i];
			}
		});
		return this.rows.entrySet()
			.stream()
			.map((row) -> row.getKey() + cells(row.getValue()))
			.collect(Collectors.joining("", HEAD, "| all | " + cells(all)));
	}

	private static String cells(int[] row) {
		return " | %d | %d | %d | %d |\n".formatted(row[0], row[1], row[2], row[3]);
	}

}
