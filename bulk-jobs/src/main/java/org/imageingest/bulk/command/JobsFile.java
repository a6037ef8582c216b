package org.imageingest.bulk.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

import org.imageingest.data.FolderLock;
import org.imageingest.data.StartException;

/**
 * The database file of the jobs in a data folder. One process works with it, and serves
 * it to those that only look: so a running job can be shown and stopped by a command.
 * That process is held to be the first by a lock; the others would take the database with
 * them when they end.
 */
final class JobsFile {

	/** Whoever looks is done sooner. */
	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private static final Pattern LOOKS = Pattern.compile(".*\\(bulk-jobs jobs (list|show|stop)\\)");

	private static final Duration POLL = Duration.ofMillis(200);

	private final Path folder;

	private final Path lock;

	private final String command;

	/**
	 * Makes the folder if it is absent.
	 * @param folder where the file lies
	 * @param command what this process is, for whoever wants to work meanwhile
	 */
	JobsFile(Path folder, String command) {
		this.folder = folder;
		this.lock = folder.resolve(".lock");
		this.command = command;
	}

	/**
	 * Returns the address of the database. Without WRITE_DELAY=0 committed rows are lost
	 * when the process is killed.
	 * @return a URL that makes the first process serve the others, on this machine only
	 */
	String url() {
		// Read when the driver is loaded. Its server otherwise listens on the network.
		System.setProperty("h2.bindAddress", "127.0.0.1");
		return "jdbc:h2:file:" + this.folder.resolve("bulk") + ";WRITE_DELAY=0;AUTO_SERVER=TRUE";
	}

	/**
	 * Takes the lock, or does without: then there is a process that serves.
	 * @return the lock if nobody had it
	 */
	Optional<FolderLock> lockToLook() {
		try {
			Files.createDirectories(this.folder);
			return FolderLock.tryTake(this.lock, this.command);
		}
		catch (IOException ex) {
			throw new StartException("The jobs in %s cannot be locked: %s".formatted(this.folder, ex), ex);
		}
	}

	/**
	 * Takes the lock, which those who look give back soon.
	 * @return the lock
	 * @throws JobsInUseException if another process works
	 */
	Optional<FolderLock> lockToWork() {
		long begin = System.nanoTime();
		Optional<FolderLock> taken = lockToLook();
		while (taken.isEmpty()) {
			String holder = FolderLock.holderOf(this.lock);
			if (!LOOKS.matcher(holder).matches() || System.nanoTime() - begin > PATIENCE.toNanos()) {
				throw new JobsInUseException(this.folder, holder);
			}
			pause(holder);
			taken = lockToLook();
		}
		return taken;
	}

	private void pause(String holder) {
		try {
			Thread.sleep(POLL);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new JobsInUseException(this.folder, holder);
		}
	}

}
