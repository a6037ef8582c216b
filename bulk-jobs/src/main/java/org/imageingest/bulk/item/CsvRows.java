package org.imageingest.bulk.item;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * A manifest of comma-separated values (RFC 4180) in UTF-8. Its first line names the
 * columns: {@code uri}, and {@code owner} and {@code tags} if there are such.
 */
final class CsvRows implements ManifestRows {

	private static final String URI = "uri";

	private static final Set<String> COLUMNS = Set.of(URI, "owner", "tags");

	private final Path file;

	CsvRows(Path file) {
		this.file = file;
	}

	@Override
	public Stream<ManifestRow> open() throws IOException {
		CSVParser parser = CSVFormat.RFC4180.builder()
			.setHeader()
			.setSkipHeaderRecord(true)
			.setIgnoreSurroundingSpaces(true)
			.setIgnoreHeaderCase(true)
			.get()
			.parse(Files.newBufferedReader(this.file, StandardCharsets.UTF_8));
		requireColumns(parser.getHeaderNames());
		return parser.stream().map((row) -> row(parser, row)).onClose(() -> close(parser));
	}

	private void requireColumns(List<String> names) {
		List<String> unknown = names.stream().filter((name) -> !COLUMNS.contains(name)).toList();
		if (!names.contains(URI) || !unknown.isEmpty()) {
			throw new SourceException("Line 1 of " + this.file + " has the columns " + names
					+ "; uri is needed, owner and tags may be given, others are not known");
		}
	}

	private static ManifestRow row(CSVParser parser, CSVRecord row) {
		long line = parser.getCurrentLineNumber();
		if (!row.isConsistent()) {
			return ManifestRow.bad(line,
					"There are " + row.size() + " fields instead of " + parser.getHeaderNames().size());
		}
		return new ManifestRow(line, row.get(URI), optional(row, "owner"), optional(row, "tags"), null);
	}

	private static @Nullable String optional(CSVRecord row, String column) {
		return row.isMapped(column) ? row.get(column) : null;
	}

	private static void close(CSVParser parser) {
		try {
			parser.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
