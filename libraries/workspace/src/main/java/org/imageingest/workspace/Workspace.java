package org.imageingest.workspace;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.util.FileSystemUtils;

/**
 * The temporary files of this process. Beside its folder lies a file that the process
 * holds a lock on for as long as it lives; whatever has no such lock was left behind by a
 * process that was killed, and is removed. Several processes may share one root.
 */
public final class Workspace implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(Workspace.class);

	private static final String LOCK_SUFFIX = ".lock";

	private final Path directory;

	private final Path lockFile;

	private final FileChannel lock;

	private Workspace(Path directory, Path lockFile, FileChannel lock) {
		this.directory = directory;
		this.lockFile = lockFile;
		this.lock = lock;
	}

	/**
	 * Returns where an app has its temporary files unless it is told otherwise. Each user
	 * of a machine has a folder of their own: nobody may write into another's.
	 * @param app name of the app
	 * @return a folder below that of the system, which need not exist
	 */
	public static Path usualRoot(String app) {
		String user = System.getProperty("user.name").replaceAll("[^A-Za-z0-9._-]", "_");
		return Path.of(System.getProperty("java.io.tmpdir"), "image-ingest-" + user, app);
	}

	/**
	 * Makes a folder for this process and removes what killed ones left behind.
	 * @param root folder of all processes of this app
	 * @return the folder
	 * @throws IOException if there is no place for temporary files
	 */
	public static Workspace open(Path root) throws IOException {
		Files.createDirectories(root);
		removeLeftovers(root);
		while (true) {
			Workspace workspace = tryToOpen(root, UUID.randomUUID().toString());
			if (workspace != null) {
				return workspace;
			}
		}
	}

	/**
	 * Makes an empty folder.
	 * @return the folder, to be closed
	 * @throws IOException if the disk refuses
	 */
	public TemporaryDirectory newDirectory() throws IOException {
		return new TemporaryDirectory(Files.createTempDirectory(this.directory, null));
	}

	/**
	 * Makes an empty file.
	 * @return the file, which the caller removes
	 * @throws IOException if the disk refuses
	 */
	public Path newFile() throws IOException {
		return Files.createTempFile(this.directory, null, null);
	}

	@Override
	public void close() throws IOException {
		FileSystemUtils.deleteRecursively(this.directory);
		Files.deleteIfExists(this.lockFile);
		this.lock.close();
	}

	/**
	 * Takes the lock first and makes the folder second, so that no folder is ever without
	 * a lock. In between another process may have taken the lock file for a leftover.
	 */
	private static @Nullable Workspace tryToOpen(Path root, String name) throws IOException {
		Path lockFile = root.resolve(name + LOCK_SUFFIX);
		FileChannel lock = lock(lockFile);
		if (lock == null) {
			return null;
		}
		if (!Files.exists(lockFile)) {
			lock.close();
			return null;
		}
		return new Workspace(Files.createDirectory(root.resolve(name)), lockFile, lock);
	}

	private static void removeLeftovers(Path root) throws IOException {
		try (DirectoryStream<Path> lockFiles = Files.newDirectoryStream(root, "*" + LOCK_SUFFIX)) {
			for (Path lockFile : lockFiles) {
				FileChannel lock = lock(lockFile);
				if (lock != null) {
					String name = lockFile.getFileName().toString();
					boolean left = FileSystemUtils
						.deleteRecursively(root.resolve(name.substring(0, name.length() - LOCK_SUFFIX.length())));
					Files.deleteIfExists(lockFile);
					lock.close();
					if (left) {
						logger.info("Removed temporary files of a process that was killed: {}", name);
					}
				}
			}
		}
	}

	/** Returns an open channel that holds the lock, or nothing if someone alive does. */
	private static @Nullable FileChannel lock(Path file) throws IOException {
		FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
		FileLock lock = null;
		try {
			lock = channel.tryLock();
		}
		catch (OverlappingFileLockException ex) {
			// Someone alive in this very JVM.
			logger.debug("{} is in use", file, ex);
		}
		finally {
			if (lock == null) {
				channel.close();
			}
		}
		return (lock != null) ? channel : null;
	}

}
