package org.imageingest.endtoend.privacy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.imageingest.testkit.secret.SecretSearch;

/**
 * Searches folders from outside: the names of all files, their bytes and their
 * attributes, in which the embedded S3 server keeps what it knows of an object.
 */
final class SearchedFolders {

	private static final String ORIGINALS = "/originals/";

	private final List<Path> folders;

	SearchedFolders(Path... folders) {
		this.folders = List.of(folders);
	}

	/** Returns what was found outside of the originals, each with its place. */
	List<String> outsideOfOriginals(SecretSearch search) throws IOException {
		return found(search, false);
	}

	/** Returns what was found in the originals. */
	List<String> inOriginals(SecretSearch search) throws IOException {
		return found(search, true);
	}

	private List<String> found(SecretSearch search, boolean originals) throws IOException {
		List<String> found = new ArrayList<>();
		for (Path folder : this.folders) {
			Files.walkFileTree(folder, new SimpleFileVisitor<>() {
				@Override
				public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
					if (file.toString().contains(ORIGINALS) == originals) {
						add(file, search, found);
					}
					return FileVisitResult.CONTINUE;
				}

				@Override
				public FileVisitResult visitFileFailed(Path file, IOException ex) throws IOException {
					// Temporary files come and go
					if (ex instanceof NoSuchFileException) {
						return FileVisitResult.CONTINUE;
					}
					throw ex;
				}
			});
		}
		return found;
	}

	private static void add(Path file, SecretSearch search, List<String> found) throws IOException {
		try {
			add(file + " (name)", file.toString().getBytes(StandardCharsets.UTF_8), search, found);
			add(file.toString(), Files.readAllBytes(file), search, found);
			UserDefinedFileAttributeView view = Files.getFileAttributeView(file, UserDefinedFileAttributeView.class);
			for (String name : view.list()) {
				ByteBuffer value = ByteBuffer.allocate(view.size(name));
				view.read(name, value);
				add(file + " (" + name + ")", value.array(), search, found);
			}
		}
		catch (NoSuchFileException ex) {
			// A temporary file that is gone by now
		}
	}

	private static void add(String place, byte[] bytes, SecretSearch search, List<String> found) {
		Set<String> secrets = search.in(bytes);
		if (!secrets.isEmpty()) {
			found.add(place + ": " + secrets);
		}
	}

	/** Tells whether a text stands in a file below a folder. */
	boolean anyContains(Path folder, String text) throws IOException {
		List<Path> files;
		try (var walk = Files.walk(folder)) {
			files = walk.filter(Files::isRegularFile).toList();
		}
		for (Path file : files) {
			if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text)) {
				return true;
			}
		}
		return false;
	}

}
