package org.imageingest.bulk.item;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import org.imageingest.bulk.BulkProperties.Sources;
import org.imageingest.store.ObjectStore;

/**
 * Opens what the operator lets jobs read, and nothing else. A link out of an allowed
 * folder is no way around.
 */
final class ReadableSources {

	private static final String FILE = "file:";

	/** A single letter is a drive. */
	private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*");

	private final Sources allowed;

	private final ObjectStore store;

	ReadableSources(Sources allowed, ObjectStore store) {
		this.allowed = allowed;
		this.store = store;
	}

	/**
	 * Finds a local file or folder.
	 * @param text a path, or a {@code file:} address
	 * @return the path, absolute
	 * @throws SourceException if it lies where nothing may be read
	 */
	Path path(String text) {
		Path path = toPath(text).toAbsolutePath().normalize();
		List<Path> roots = this.allowed.roots();
		if (!roots.isEmpty() && roots.stream().noneMatch((root) -> real(path).startsWith(real(root)))) {
			throw new SourceException(path + " lies in none of the folders that may be read (bulk.sources.roots)");
		}
		return path;
	}

	static boolean hasScheme(String text) {
		return SCHEME.matcher(text).matches();
	}

	private static Path toPath(String text) {
		if (hasScheme(text) && !text.startsWith(FILE)) {
			throw new SourceException("'" + text + "' is none of file:, s3: and, in manifests, https:");
		}
		try {
			return text.startsWith(FILE) ? Path.of(URI.create(text)) : Path.of(text);
		}
		catch (IllegalArgumentException ex) {
			throw new SourceException("'" + text + "' is no path: " + ex.getMessage(), ex);
		}
	}

	private static Path real(Path path) {
		try {
			return Files.exists(path) ? path.toRealPath() : path.toAbsolutePath().normalize();
		}
		catch (IOException ex) {
			throw new SourceException(path + " cannot be read: " + ex.getMessage(), ex);
		}
	}

	/**
	 * Opens a bucket.
	 * @param location names it
	 * @return the bucket
	 * @throws SourceException if it may not be read
	 */
	ObjectStore bucket(S3Uri location) {
		List<String> buckets = this.allowed.buckets();
		if (!buckets.isEmpty() && !buckets.contains(location.bucket())) {
			throw new SourceException(
					"The bucket '" + location.bucket() + "' is none that may be read (bulk.sources.buckets)");
		}
		return this.store.inBucket(location.bucket());
	}

	boolean isOwnBucket(S3Uri location) {
		return this.store.inBucket(location.bucket()) == this.store;
	}

}
