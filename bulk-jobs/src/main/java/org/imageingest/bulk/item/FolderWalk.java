package org.imageingest.bulk.item;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The files below a folder, in an order that a cursor finds its way in without walking
 * what lies before it: folder by folder, sorted by name. Only the names in the folders
 * between the root and the current file are held.
 */
final class FolderWalk implements Iterator<FolderWalk.FoundFile> {

	private static final String SEPARATOR = "/";

	private final Deque<Folder> open = new ArrayDeque<>();

	private @Nullable FoundFile next;

	/**
	 * Starts behind a file.
	 * @param root the folder
	 * @param after path of that file from the root; null to start with the first
	 */
	FolderWalk(Path root, @Nullable String after) {
		this.open.push(new Folder(root, "", (after != null) ? Arrays.asList(after.split(SEPARATOR)) : List.of()));
	}

	@Override
	public boolean hasNext() {
		while (this.next == null && !this.open.isEmpty()) {
			Folder folder = this.open.element();
			if (folder.names.hasNext()) {
				step(folder, folder.names.next());
			}
			else {
				this.open.pop();
			}
		}
		return this.next != null;
	}

	private void step(Folder folder, String name) {
		Path path = folder.path.resolve(name);
		String place = folder.prefix + name;
		if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
			this.open.push(new Folder(path, place + SEPARATOR, folder.cursorBelow(name)));
		}
		else if (!folder.isDone(name) && Files.isRegularFile(path)) {
			this.next = new FoundFile(place, path);
		}
	}

	@Override
	public FoundFile next() {
		if (!hasNext() || this.next == null) {
			throw new NoSuchElementException();
		}
		FoundFile found = this.next;
		this.next = null;
		return found;
	}

	/**
	 * A file of the folder.
	 *
	 * @param place its path from the root, with {@code /} on every system
	 * @param path where it is
	 */
	record FoundFile(String place, Path path) {
	}

	/** A folder that is being read. */
	private static final class Folder {

		private final Path path;

		private final String prefix;

		private final List<String> cursor;

		private final Iterator<String> names;

		/**
		 * Reads the names in a folder.
		 * @param path the folder
		 * @param prefix its path from the root, with a closing separator
		 * @param cursor path from here to the file that is done; empty where none is
		 */
		Folder(Path path, String prefix, List<String> cursor) {
			this.path = path;
			this.prefix = prefix;
			this.cursor = cursor;
			this.names = names(path, cursor.isEmpty() ? "" : cursor.getFirst());
		}

		List<String> cursorBelow(String name) {
			return leadsTo(name) ? this.cursor.subList(1, this.cursor.size()) : List.of();
		}

		boolean isDone(String name) {
			return leadsTo(name);
		}

		private boolean leadsTo(String name) {
			return !this.cursor.isEmpty() && this.cursor.getFirst().equals(name);
		}

		private static Iterator<String> names(Path folder, String from) {
			try (Stream<Path> files = Files.list(folder)) {
				return files.map((file) -> file.getFileName().toString())
					.filter((name) -> !name.startsWith(".") && name.compareTo(from) >= 0)
					.sorted()
					.toList()
					.iterator();
			}
			catch (IOException | UncheckedIOException ex) {
				throw new SourceException("The folder " + folder + " cannot be read: " + ex.getMessage(), ex);
			}
		}

	}

}
