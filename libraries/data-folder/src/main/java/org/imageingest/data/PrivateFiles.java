package org.imageingest.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Files that only their owner can read, complete from the first moment they are seen.
 */
final class PrivateFiles {

	private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY_FOLDER = PosixFilePermissions
		.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

	private PrivateFiles() {
	}

	/**
	 * Writes a file, in place of the one that may be there.
	 * @param path the file
	 * @param content what it holds then
	 * @throws IOException if it cannot be written
	 */
	static void replace(Path path, String content) throws IOException {
		Path parent = path.toAbsolutePath().getParent();
		// A temporary file is made with mode 0600 where the file system has modes.
		Path part = Files.createTempFile(parent, ".part-", null);
		try {
			try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
				channel.write(ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8)));
				channel.force(true);
			}
			Files.move(part, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		}
		finally {
			Files.deleteIfExists(part);
		}
	}

	/**
	 * Makes a folder that only its owner can enter; one that is there stays as it is.
	 * @param path the folder
	 * @throws IOException if it cannot be made
	 */
	static void makeFolder(Path path) throws IOException {
		Files.createDirectories(path, OWNER_ONLY_FOLDER);
	}

}
