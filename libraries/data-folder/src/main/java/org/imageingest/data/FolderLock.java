package org.imageingest.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * A lock that lasts as long as the process at most: the operating system gives it back
 * however the process ends. Its file names the holder and stays: removing it would let
 * two processes lock two files.
 */
public final class FolderLock implements AutoCloseable {

	/** Behind the text of the file, which others read while it is locked. */
	private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

	private final FileChannel channel;

	private FolderLock(FileChannel channel) {
		this.channel = channel;
	}

	/**
	 * Takes a lock if it is free.
	 * @param file the file, made where it is absent
	 * @param holder what this process is, for whoever wants the lock meanwhile
	 * @return nothing if another holds it
	 * @throws IOException if the file cannot be written
	 */
	public static Optional<FolderLock> tryTake(Path file, String holder) throws IOException {
		FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
		if (tryLock(channel) == null) {
			channel.close();
			return Optional.empty();
		}
		channel.truncate(0);
		channel.write(ByteBuffer.wrap(
				"process %d (%s)\n".formatted(ProcessHandle.current().pid(), holder).getBytes(StandardCharsets.UTF_8)));
		return Optional.of(new FolderLock(channel));
	}

	private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
		try {
			return channel.tryLock(LOCKED_BYTE, 1, false);
		}
		catch (OverlappingFileLockException ex) {
			// Held by this very process: the same answer as for any other holder.
			return null;
		}
	}

	/**
	 * Names the holder of a lock, for messages.
	 * @param file the file
	 * @return its process and what that is, where it can be read
	 */
	public static String holderOf(Path file) {
		try {
			String holder = Files.readString(file).strip();
			return holder.isEmpty() ? "another process" : holder;
		}
		catch (IOException ex) {
			// The message is given without a name, too.
			return "another process";
		}
	}

	@Override
	public void close() throws IOException {
		this.channel.close();
	}

}
