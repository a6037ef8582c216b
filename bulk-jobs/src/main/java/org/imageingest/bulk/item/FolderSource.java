package org.imageingest.bulk.item;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.jspecify.annotations.Nullable;

/**
 * All files below a folder. The place of a file is its path from there. Hidden files and
 * folders are passed over, links to folders are not followed.
 */
final class FolderSource implements ItemSource {

	private final Path root;

	private final ItemDefaults defaults;

	FolderSource(Path root, ItemDefaults defaults) {
		this.root = root;
		this.defaults = defaults;
	}

	@Override
	public void check() {
		if (!Files.isDirectory(this.root)) {
			throw new SourceException(
					Files.exists(this.root) ? this.root + " is no folder" : "There is no folder " + this.root);
		}
		if (!Files.isReadable(this.root)) {
			throw new SourceException("The folder " + this.root + " cannot be read");
		}
	}

	@Override
	public Stream<SourceItem> open(@Nullable String after) {
		return StreamSupport
			.stream(Spliterators.spliteratorUnknownSize(new FolderWalk(this.root, after),
					Spliterator.ORDERED | Spliterator.NONNULL), false)
			.map((file) -> this.defaults.item(file.place(), file.path().toUri().toString()));
	}

}
