package org.imageingest.bulk.item;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.imageingest.model.message.Tags;
import org.imageingest.model.problem.Problem;
import org.imageingest.model.problem.ProblemException;
import org.imageingest.model.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * The files that a manifest lists, in its order. The place of an item is its line: lines
 * may be added to a manifest while it is worked on, but not moved. A path that is not
 * absolute starts in the folder of the manifest. A bad line is an item that is skipped.
 */
final class ManifestSource implements ItemSource {

	private final Path file;

	private final ManifestRows rows;

	private final ItemDefaults defaults;

	ManifestSource(Path file, ManifestRows rows, ItemDefaults defaults) {
		this.file = file;
		this.rows = rows;
		this.defaults = defaults;
	}

	@Override
	public void check() {
		if (!Files.isRegularFile(this.file)) {
			throw new SourceException("There is no manifest " + this.file);
		}
		open(null).close();
	}

	@Override
	public Stream<SourceItem> open(@Nullable String after) {
		long done = (after != null) ? Long.parseLong(after) : 0;
		try {
			return this.rows.open().filter((row) -> row.line() > done).map(this::item);
		}
		catch (IOException ex) {
			throw new SourceException("The manifest " + this.file + " cannot be read: " + ex.getMessage(), ex);
		}
	}

	private SourceItem item(ManifestRow row) {
		String place = Long.toString(row.line());
		String owner = (row.owner() != null && !row.owner().isBlank()) ? row.owner() : this.defaults.owner();
		String fault = (row.fault() == null && owner.isBlank()) ? "There is no owner" : row.fault();
		if (fault != null) {
			return bad(place, row, Problem.of(ProblemType.INVALID_REQUEST, "Line " + place + ": " + fault));
		}
		try {
			return new SourceItem(place, resolve(row.uri()), owner, tags(row.tags()), null);
		}
		catch (ProblemException ex) {
			return bad(place, row, ex.problem());
		}
	}

	private SourceItem bad(String place, ManifestRow row, Problem problem) {
		return new SourceItem(place, row.uri(), this.defaults.owner(), List.of(), problem);
	}

	private List<String> tags(@Nullable String own) {
		return Tags.parse(String.join(",", this.defaults.tags()) + "," + ((own != null) ? own : ""));
	}

	private String resolve(String uri) {
		return ReadableSources.hasScheme(uri) ? uri : this.file.resolveSibling(uri).toUri().toString();
	}

}
