package org.imageingest.bulk.item;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
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

	/** Without sorting, which would hold the names of large folders a second time. */
	@Override
	public long count(Predicate<SourceItem> wanted) {
		AtomicLong count = new AtomicLong();
		try {
			Files.walkFileTree(this.root, new SimpleFileVisitor<>() {
				@Override
				public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
					return (!folder.equals(FolderSource.this.root) && isHidden(folder)) ? FileVisitResult.SKIP_SUBTREE
							: FileVisitResult.CONTINUE;
				}

				@Override
				public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
					boolean photo = attributes.isRegularFile()
							|| (attributes.isSymbolicLink() && Files.isRegularFile(file));
					if (photo && !isHidden(file)
							&& wanted.test(FolderSource.this.defaults.item("", file.toUri().toString()))) {
						count.incrementAndGet();
					}
					return FileVisitResult.CONTINUE;
				}
			});
		}
		catch (IOException ex) {
			throw new SourceException("The folder " + this.root + " cannot be read: " + ex.getMessage(), ex);
		}
		return count.get();
	}

	private static boolean isHidden(Path path) {
		return path.getFileName().toString().startsWith(".");
	}

}
