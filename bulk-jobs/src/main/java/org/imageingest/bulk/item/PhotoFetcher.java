package org.imageingest.bulk.item;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.imageingest.bulk.BulkProperties;
import org.imageingest.engine.format.FormatDetector;
import org.imageingest.engine.format.ImageFormat;
import org.imageingest.model.problem.Problem;
import org.imageingest.model.problem.ProblemException;
import org.imageingest.model.problem.ProblemType;
import org.imageingest.store.ObjectStore;
import org.imageingest.store.OpenObject;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Copies a photo from its source, so that what is digested, decoded and stored are the
 * same bytes, and judges what it is.
 */
@Component
public class PhotoFetcher {

	private final ReadableSources readable;

	private final long maxFileBytes;

	private final long maxRawBytes;

	PhotoFetcher(BulkProperties properties, ObjectStore store) {
		this.readable = new ReadableSources(properties.sources(), store);
		this.maxFileBytes = properties.maxFileSize().toBytes();
		this.maxRawBytes = properties.maxRawSize().toBytes();
	}

	/**
	 * Copies a photo.
	 * @param uri address of the photo
	 * @param target file that is not there yet
	 * @return the copy
	 * @throws ProblemException if there is no such photo, it cannot be read, is too large
	 * or no image
	 * @throws IOException if the disk that is written to fails
	 * @throws software.amazon.awssdk.core.exception.SdkException if the store fails
	 */
	public FetchedPhoto fetch(String uri, Path target) throws IOException {
		try {
			return uri.startsWith(S3Uri.SCHEME) ? fromBucket(S3Uri.parse(uri), target) : fromDisk(uri, target);
		}
		catch (SourceException ex) {
			throw problem(ProblemType.NOT_FOUND, String.valueOf(ex.getMessage()), ex);
		}
	}

	private FetchedPhoto fromBucket(S3Uri uri, Path target) throws IOException {
		try (OpenObject object = this.readable.bucket(uri)
			.open(uri.key())
			.orElseThrow(() -> problem(ProblemType.NOT_FOUND, "The object is gone", null))) {
			requireSize(object.bytes(), this.maxRawBytes);
			String sha256 = copy(object.stream(), target);
			return judged(target, sha256, this.readable.isOwnBucket(uri) ? uri.key() : null);
		}
	}

	private FetchedPhoto fromDisk(String uri, Path target) throws IOException {
		Path source = this.readable.path(uri);
		InputStream open;
		try {
			requireSize(Files.size(source), this.maxRawBytes);
			open = Files.newInputStream(source);
		}
		catch (NoSuchFileException ex) {
			throw problem(ProblemType.NOT_FOUND, "The file is gone", ex);
		}
		catch (IOException ex) {
			throw problem(ProblemType.NOT_FOUND, "The file cannot be read: " + ex.getMessage(), ex);
		}
		try (InputStream in = open) {
			return judged(target, copy(in, target), null);
		}
	}

	private static String copy(InputStream from, Path target) throws IOException {
		MessageDigest digest = sha256();
		try (InputStream in = new DigestInputStream(from, digest)) {
			Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
		}
		return HexFormat.of().formatHex(digest.digest());
	}

	private FetchedPhoto judged(Path file, String sha256, @Nullable String key) throws IOException {
		long bytes = Files.size(file);
		if (bytes == 0) {
			throw problem(ProblemType.EMPTY_FILE, "The file has no bytes", null);
		}
		ImageFormat format = FormatDetector.detect(head(file))
			.orElseThrow(() -> problem(ProblemType.UNSUPPORTED_IMAGE_TYPE,
					"The content is none of JPEG, PNG, GIF, TIFF, BMP, WebP, HEIC, AVIF or a camera RAW", null));
		requireSize(bytes, format.isRaw() ? this.maxRawBytes : this.maxFileBytes);
		return new FetchedPhoto(file, bytes, sha256, format, key);
	}

	private static byte[] head(Path file) throws IOException {
		try (InputStream in = Files.newInputStream(file)) {
			return in.readNBytes(FormatDetector.HEAD_BYTES);
		}
	}

	private static void requireSize(long actual, long limit) {
		if (actual > limit) {
			throw new ProblemException(Problem.overLimit(ProblemType.FILE_TOO_LARGE,
					"The file has " + actual + " bytes, the limit is " + limit, limit, actual));
		}
	}

	private static ProblemException problem(ProblemType type, String detail, @Nullable Throwable cause) {
		Problem problem = Problem.of(type, detail);
		return (cause != null) ? new ProblemException(problem, cause) : new ProblemException(problem);
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

}
