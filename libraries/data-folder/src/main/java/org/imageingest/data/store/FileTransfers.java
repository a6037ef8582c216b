package org.imageingest.data.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.MetadataDirective;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/**
 * Moves objects as the files that they are: their bytes are copied by the file system and
 * neither read nor digested here. Whatever is more than that is left to S3Proxy.
 *
 * <p>
 * Knows how S3Proxy keeps an object: as a file named like its key, with its headers in
 * extended attributes, and public if others may read the file. An entity tag that is no
 * digest ends with a hyphen and a number, like those of multipart uploads, so that nobody
 * takes it for one.
 *
 * @see <a href=
 * "https://github.com/gaul/s3proxy/blob/master/src/main/java/org/gaul/s3proxy/nio2blob/AbstractNio2BlobStore.java">
 * AbstractNio2BlobStore</a>
 * @see <a href= "https://docs.aws.amazon.com/AmazonS3/latest/API/API_Object.html">Object,
 * ETag</a>
 */
final class FileTransfers {

	private static final Logger logger = LoggerFactory.getLogger(FileTransfers.class);

	private static final String ENTITY_TAG = "user.content-md5";

	private static final String CONTENT_TYPE = "user.content-type";

	private static final String CACHE_CONTROL = "user.cache-control";

	/** Headers that a copy has from its source or from the request. */
	private static final Set<String> PLAIN = Set.of(ENTITY_TAG, "user.storage-tier", CONTENT_TYPE, CACHE_CONTROL);

	/** To S3Proxy, what others may read is public. */
	private static final Set<PosixFilePermission> PRIVATE = Set.of(PosixFilePermission.OWNER_READ,
			PosixFilePermission.OWNER_WRITE);

	private final Path folder;

	FileTransfers(Path folder) {
		this.folder = folder;
	}

	/**
	 * Copies an object.
	 * @param request with a content type, perhaps with cache control, and nothing else
	 * @return false if nothing was done: the source is not there, more was asked for, or
	 * the file system knows no attributes
	 */
	boolean copy(CopyObjectRequest request) {
		Path source = file(request.sourceBucket(), request.sourceKey());
		Path target = file(request.destinationBucket(), request.destinationKey());
		return source != null && target != null && isPlain(request) && Files.isRegularFile(source)
				&& place(target, (unfinished) -> {
					Files.copy(source, unfinished, StandardCopyOption.COPY_ATTRIBUTES);
					UserDefinedFileAttributeView headers = headers(unfinished);
					if (headers.list().isEmpty() || !PLAIN.containsAll(headers.list())) {
						throw new FileSystemException(source.toString(), null, "No attributes, or others as well");
					}
					write(headers, CONTENT_TYPE, request.contentType());
					write(headers, CACHE_CONTROL, request.cacheControl());
					Files.setLastModifiedTime(unfinished, FileTime.from(Instant.now()));
				});
	}

	/**
	 * Writes a file as an object.
	 * @param request with a content type, perhaps with cache control, and nothing else
	 * @param source the file
	 * @return false if nothing was done: more was asked for, or the file system knows no
	 * attributes
	 */
	boolean put(PutObjectRequest request, Path source) {
		Path target = file(request.bucket(), request.key());
		return target != null && isPlain(request) && Files.isDirectory(this.folder.resolve(request.bucket()))
				&& place(target, (unfinished) -> {
					Files.copy(source, unfinished);
					UserDefinedFileAttributeView headers = headers(unfinished);
					write(headers, ENTITY_TAG, "\"" + UUID.randomUUID().toString().replace("-", "") + "-1\"");
					write(headers, CONTENT_TYPE, request.contentType());
					write(headers, CACHE_CONTROL, request.cacheControl());
				});
	}

	/**
	 * Writes an object into a file.
	 * @param request which object, and nothing else
	 * @param target a file that is not there yet
	 * @return false if nothing was done: there is no such object, or more was asked for
	 * @throws IOException if the file cannot be written
	 */
	boolean get(GetObjectRequest request, Path target) throws IOException {
		Path source = file(request.bucket(), request.key());
		if (source == null || !isPlain(request) || !Files.isRegularFile(source)) {
			return false;
		}
		Files.copy(source, target);
		return true;
	}

	private static boolean isPlain(CopyObjectRequest request) {
		return request.contentType() != null && request.equals(CopyObjectRequest.builder()
			.sourceBucket(request.sourceBucket())
			.sourceKey(request.sourceKey())
			.destinationBucket(request.destinationBucket())
			.destinationKey(request.destinationKey())
			.metadataDirective(MetadataDirective.REPLACE)
			.contentType(request.contentType())
			.cacheControl(request.cacheControl())
			.build());
	}

	private static boolean isPlain(PutObjectRequest request) {
		return request.contentType() != null && request.equals(PutObjectRequest.builder()
			.bucket(request.bucket())
			.key(request.key())
			.contentType(request.contentType())
			.cacheControl(request.cacheControl())
			.build());
	}

	private static boolean isPlain(GetObjectRequest request) {
		return request.equals(GetObjectRequest.builder().bucket(request.bucket()).key(request.key()).build());
	}

	/** The object is there whole or not at all, as S3 promises, and is private. */
	private boolean place(Path target, Writing writing) {
		Path unfinished = target.resolveSibling(target.getFileName() + "-" + UUID.randomUUID());
		try {
			Files.createDirectories(unfinished.getParent());
			writing.write(unfinished);
			Files.setPosixFilePermissions(unfinished, PRIVATE);
			Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
			return true;
		}
		catch (IOException | UnsupportedOperationException ex) {
			logger.debug("{} is left to the server", target, ex);
			remove(unfinished);
			return false;
		}
	}

	private static UserDefinedFileAttributeView headers(Path file) {
		UserDefinedFileAttributeView headers = Files.getFileAttributeView(file, UserDefinedFileAttributeView.class);
		if (headers == null) {
			throw new UnsupportedOperationException("No extended attributes on " + file);
		}
		return headers;
	}

	private static void write(UserDefinedFileAttributeView headers, String name, @Nullable String value)
			throws IOException {
		if (value != null) {
			headers.write(name, ByteBuffer.wrap(value.getBytes(StandardCharsets.UTF_8)));
		}
		else if (headers.list().contains(name)) {
			headers.delete(name);
		}
	}

	/** Returns nothing for a key that would lead elsewhere. */
	private @Nullable Path file(String bucket, String key) {
		Path root = this.folder.resolve(bucket);
		Path file = root.resolve(key).normalize();
		return (file.startsWith(root) && !file.equals(root) && !key.endsWith("/")) ? file : null;
	}

	private static void remove(Path unfinished) {
		try {
			Files.deleteIfExists(unfinished);
		}
		catch (IOException ex) {
			logger.debug("{} stays", unfinished, ex);
		}
	}

	@FunctionalInterface
	private interface Writing {

		void write(Path unfinished) throws IOException;

	}

}
