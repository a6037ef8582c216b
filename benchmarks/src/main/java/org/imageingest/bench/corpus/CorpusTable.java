package org.imageingest.bench.corpus;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Findings by category, as columns of figures.
 */
final class CorpusTable {

	private static final String LINE = "%-32s %6s %9s %14s %8s %7s %9s %10s%n";

	private CorpusTable() {
	}

	/**
	 * Writes the table.
	 * @param findings of all files
	 * @return lines for people
	 */
	static String of(List<Finding> findings) {
		Map<String, Row> rows = new TreeMap<>();
		Row all = new Row();
		for (Finding finding : findings) {
			rows.computeIfAbsent(finding.file().category(), (_) -> new Row()).add(finding);
			all.add(finding);
		}
		StringBuilder table = new StringBuilder(LINE.formatted("category", "files", "variants", "original-only",
				"reject", "broken", "as wanted", "different"));
		rows.forEach((category, row) -> table.append(row.line(category)));
		return table.append(all.line("all")).toString();
	}

	/**
	 * Counts of one category.
	 */
	private static final class Row {

		private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);

		private int files;

		private int agreeing;

		private int different;

		void add(Finding finding) {
			this.files++;
			this.outcomes.merge(finding.outcome(), 1, Integer::sum);
			this.agreeing += finding.agrees() ? 1 : 0;
			this.different += finding.differences().isEmpty() ? 0 : 1;
		}

		private int count(Outcome outcome) {
			return this.outcomes.getOrDefault(outcome, 0);
		}

		String line(String name) {
			return LINE.formatted(name, this.files, count(Outcome.VARIANTS), count(Outcome.ORIGINAL_ONLY),
					count(Outcome.REJECT), count(Outcome.BROKEN), this.agreeing, this.different);
		}

	}

}
