package org.imageingest.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The folder that everything of one standalone lies in. It is held by a lock for as long
 * as the process lives: the operating system gives the lock back however the process
 * ends.
 */
public final class DataDirectory implements AutoCloseable {

	/** The bucket that a standalone keeps its objects in. */
	public static final String BUCKET = "images";

	private final DataFolder folder;

	private final FolderLock lock;

	private final RuntimeFile runtimeFile;

	private final Secrets secrets;

	private DataDirectory(DataFolder folder, FolderLock lock, RuntimeFile runtimeFile, Secrets secrets) {
		this.folder = folder;
		this.lock = lock;
		this.runtimeFile = runtimeFile;
		this.secrets = secrets;
	}

	/**
	 * Makes the folder if it is absent, and takes its lock.
	 * @param root the folder
	 * @param holder what this process is, for whoever wants the folder meanwhile
	 * @return the folder, held until it is closed
	 * @throws DataFolderInUseException if another process holds it
	 * @throws StartException if the folder cannot be written
	 */
	public static DataDirectory open(Path root, String holder) {
		DataFolder folder = DataFolder.at(root);
		RuntimeFile runtimeFile = runtimeFile(folder);
		try {
			Path lockFile = folder.path(".lock");
			FolderLock lock = FolderLock.tryTake(lockFile, holder)
				.orElseThrow(() -> new DataFolderInUseException(folder.root(), holderOf(runtimeFile, lockFile)));
			// Left behind by a process that was killed.
			Files.deleteIfExists(runtimeFile.path());
			return new DataDirectory(folder, lock, runtimeFile, Secrets.of(folder));
		}
		catch (IOException ex) {
			throw new StartException("The data folder %s cannot be locked: %s".formatted(folder.root(), ex), ex);
		}
	}

	/**
	 * Tells what runs on a folder, for those who work beside it.
	 * @param root the folder
	 * @return nothing unless its holder has told how to reach it
	 */
	public static Optional<RuntimeInfo> runningOn(Path root) {
		return runtimeFile(DataFolder.at(root)).read().filter((info) -> ProcessHandle.of(info.pid()).isPresent());
	}

	private static RuntimeFile runtimeFile(DataFolder folder) {
		return new RuntimeFile(folder.path("runtime.json"));
	}

	private static String holderOf(RuntimeFile runtimeFile, Path lockFile) {
		return runtimeFile.read()
			.map((info) -> "process %d (%s)".formatted(info.pid(), info.endpoints().http()))
			.orElseGet(() -> FolderLock.holderOf(lockFile));
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
		Files.deleteIfExists(this.runtimeFile.path());
		this.lock.close();
	}

}
