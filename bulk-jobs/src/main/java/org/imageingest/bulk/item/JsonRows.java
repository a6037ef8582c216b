package org.imageingest.bulk.item;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A manifest with a JSON object on each line: {@code uri}, and {@code owner} and
 * {@code tags} (an array or comma-separated) if there are such.
 */
final class JsonRows implements ManifestRows {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final Path file;

	JsonRows(Path file) {
		this.file = file;
	}

	@Override
	public Stream<ManifestRow> open() throws IOException {
		AtomicLong number = new AtomicLong();
		return Files.lines(this.file, StandardCharsets.UTF_8)
			.map((line) -> new Line(number.incrementAndGet(), line))
			.filter((line) -> !line.text().isBlank())
			.map(Line::row);
	}

	private record Line(long number, String text) {

		ManifestRow row() {
			try {
				JsonNode node = JSON.readTree(this.text);
				if (!node.path("uri").isString()) {
					return ManifestRow.bad(this.number, "There is no string 'uri'");
				}
				return new ManifestRow(this.number, node.path("uri").stringValue(), text(node.path("owner")),
						tags(node.path("tags")), null);
			}
			catch (JacksonException ex) {
				return ManifestRow.bad(this.number, "The line is no JSON object: " + ex.getOriginalMessage());
			}
		}

		private static @Nullable String text(JsonNode node) {
			return node.isString() ? node.stringValue() : null;
		}

		private static @Nullable String tags(JsonNode node) {
			return node.isArray() ? node.valueStream().map(JsonNode::asString).collect(Collectors.joining(","))
					: text(node);
		}

	}

}
