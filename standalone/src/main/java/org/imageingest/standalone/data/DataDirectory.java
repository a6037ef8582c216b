package org.imageingest.standalone.data;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.imageingest.standalone.StartException;
import org.jspecify.annotations.Nullable;

/**
 * The folder that everything of one standalone lies in. It is held by a lock for as long
 * as the process lives: the operating system gives the lock back however the process
 * ends.
 */
public final class DataDirectory implements AutoCloseable {

	private final DataFolder folder;

	private final FileChannel lockChannel;

	private final RuntimeFile runtimeFile;

	private final Secrets secrets;

	private DataDirectory(DataFolder folder, FileChannel lockChannel, RuntimeFile runtimeFile, Secrets secrets) {
		this.folder = folder;
		this.lockChannel = lockChannel;
		this.runtimeFile = runtimeFile;
		this.secrets = secrets;
	}

	/**
	 * Makes the folder if it is absent, and takes its lock.
	 * @param root the folder
	 * @return the folder, held until it is closed
	 * @throws StartException if the folder cannot be written or another process holds it
	 */
	public static DataDirectory open(Path root) {
		DataFolder folder = DataFolder.at(root);
		RuntimeFile runtimeFile = new RuntimeFile(folder.path("runtime.json"));
		try {
			FileChannel channel = FileChannel.open(folder.path(".lock"), StandardOpenOption.CREATE,
					StandardOpenOption.WRITE);
			if (tryLock(channel) == null) {
				channel.close();
				throw new StartException(
						"The data folder %s is in use by %s. Stop it first, or give another folder with --data."
							.formatted(folder.root(), holder(runtimeFile)));
			}
			// Left behind by a process that was killed.
			Files.deleteIfExists(runtimeFile.path());
			return new DataDirectory(folder, channel, runtimeFile, Secrets.of(folder));
		}
		catch (IOException ex) {
			throw new StartException("The data folder %s cannot be locked: %s".formatted(folder.root(), ex), ex);
		}
	}

	private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
		try {
			return channel.tryLock();
		}
		catch (OverlappingFileLockException ex) {
			// Held by this very process: the same answer as for any other holder.
			return null;
		}
	}

	private static String holder(RuntimeFile runtimeFile) {
		return runtimeFile.read()
			.map((info) -> "process %d (%s)".formatted(info.pid(), info.endpoints().http()))
			.orElse("another process that is starting, stopping or importing");
	}

	/**
	 * Returns a path below the folder.
	 * @param name the first part
	 * @param more further parts
	 * @return an absolute path
	 */
	public Path path(String name, String... more) {
		return this.folder.path(name, more);
	}

	public Path root() {
		return this.folder.root();
	}

	public Secrets secrets() {
		return this.secrets;
	}

	/**
	 * Tells other commands what runs here and how to reach it.
	 * @param endpoints where the parts listen
	 */
	public void publish(RuntimeInfo.Endpoints endpoints) {
		this.runtimeFile.write(new RuntimeInfo(ProcessHandle.current().pid(), endpoints,
				new RuntimeInfo.Credentials(this.secrets.s3AccessKey(), this.secrets.s3SecretKey(),
						this.secrets.brokerUser(), this.secrets.brokerPassword())));
	}

	/**
	 * Gives the folder back.
	 * @throws IOException if the files cannot be removed or closed
	 */
	@Override
	public void close() throws IOException {
		// The lock file stays: removing it would let two processes lock two files.
		Files.deleteIfExists(this.runtimeFile.path());
		this.lockChannel.close();
	}

}
