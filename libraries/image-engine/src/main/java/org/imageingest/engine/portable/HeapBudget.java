package org.imageingest.engine.portable;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.Semaphore;

import org.imageingest.engine.format.ImageFormat;
import org.imageingest.engine.header.ImageHeader;

/**
 * Lets photos be decoded side by side only as far as the heap holds them together: two
 * that fit alone may not fit at once. A photo waits for its turn; small ones never wait
 * long, for a queue is served in order.
 */
final class HeapBudget {

	private static final int KIB = 1024;

	private final Semaphore kibibytes;

	private final int total;

	/**
	 * Makes a budget.
	 * @param bytes heap for decoded photos in all
	 */
	HeapBudget(long bytes) {
		this.total = (int) Math.clamp(bytes / KIB, 1, Integer.MAX_VALUE);
		this.kibibytes = new Semaphore(this.total, true);
	}

	/**
	 * Waits until there is room for a photo.
	 * @param header the photo's header
	 * @return the room, to be closed when the photo is done
	 * @throws IOException if the wait is interrupted
	 */
	Room reserve(ImageHeader header) throws IOException {
		int needed = (int) Math.clamp(header.pixels() * bytesPerPixel(header.format()) / KIB, 1, this.total);
		try {
			this.kibibytes.acquire(needed);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw (IOException) new InterruptedIOException("Interrupted while waiting for heap").initCause(ex);
		}
		return () -> this.kibibytes.release(needed);
	}

	/** The worst layout that the format is decoded into; the header does not tell. */
	private static int bytesPerPixel(ImageFormat format) {
		return switch (format) {
			case PNG, TIFF -> 8;
			default -> 4;
		};
	}

	/** Heap set aside for one photo. */
	@FunctionalInterface
	interface Room extends AutoCloseable {

		@Override
		void close();

	}

}
