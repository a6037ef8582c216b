package org.imageingest.bulk.item;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

import org.imageingest.bulk.BulkProperties;
import org.imageingest.bulk.https.HttpsPhotos;
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

	private final HttpsPhotos https;

	PhotoFetcher(BulkProperties properties, ObjectStore store, HttpsPhotos https) {
		this.https = https;
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
			if (uri.startsWith(HttpsPhotos.SCHEME)) {
				return fromServer(uri, target);
			}
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
			return copy(object.stream(), object.bytes(), target, this.readable.isOwnBucket(uri) ? uri.key() : null);
		}
	}

	private FetchedPhoto fromServer(String uri, Path target) throws IOException {
		return this.https.fetch(uri, (announcedBytes, in) -> copy(in, announcedBytes, target, null));
	}

	private FetchedPhoto fromDisk(String uri, Path target) throws IOException {
		Path source = this.readable.path(uri);
		InputStream open;
		long bytes;
		try {
			bytes = Files.size(source);
			open = Files.newInputStream(source);
		}
		catch (NoSuchFileException ex) {
			throw problem(ProblemType.NOT_FOUND, "The file is gone", ex);
		}
		catch (IOException ex) {
			throw problem(ProblemType.NOT_FOUND, "The file cannot be read: " + ex.getMessage(), ex);
		}
		try (InputStream in = open) {
			return copy(in, bytes, target, null);
		}
	}

	/** The first bytes tell the format, and the format how many bytes there may be. */
	private FetchedPhoto copy(InputStream from, long announcedBytes, Path target, @Nullable String key)
			throws IOException {
		MessageDigest digest = sha256();
		byte[] buffer = new byte[FormatDetector.HEAD_BYTES];
		try (InputStream in = new DigestInputStream(from, digest)) {
			int held = in.readNBytes(buffer, 0, buffer.length);
			ImageFormat format = formatOf(Arrays.copyOf(buffer, held));
			long limit = format.isRaw() ? this.maxRawBytes : this.maxFileBytes;
			requireSize(announcedBytes, limit);
			long bytes = 0;
			try (OutputStream out = Files.newOutputStream(target)) {
				for (; held > 0; held = in.readNBytes(buffer, 0, buffer.length)) {
					bytes += held;
					requireSize(bytes, limit);
					out.write(buffer, 0, held);
				}
			}
			return new FetchedPhoto(target, bytes, HexFormat.of().formatHex(digest.digest()), format, key);
		}
	}

	private static ImageFormat formatOf(byte[] head) {
		if (head.length == 0) {
			throw problem(ProblemType.EMPTY_FILE, "The file has no bytes", null);
		}
		return FormatDetector.detect(head)
			.orElseThrow(() -> problem(ProblemType.UNSUPPORTED_IMAGE_TYPE,
					"The content is none of JPEG, PNG, GIF, TIFF, BMP, WebP, HEIC, AVIF or a camera RAW", null));
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
