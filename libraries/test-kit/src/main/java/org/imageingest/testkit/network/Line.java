package org.imageingest.testkit.network;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * How bytes get from one side to the other: at once, late, slowly, or not at all.
 */
final class Line {

	private static final int BUFFER = 8192;

	private volatile Duration delay = Duration.ZERO;

	/** Bytes in a second; 0 for no limit. */
	private volatile long rate;

	private boolean silent;

	void delay(Duration delay) {
		this.delay = delay;
	}

	void throttle(long bytesPerSecond) {
		this.rate = bytesPerSecond;
	}

	synchronized void silence(boolean silent) {
		this.silent = silent;
		notifyAll();
	}

	void transfer(InputStream from, OutputStream to) throws IOException {
		byte[] buffer = new byte[BUFFER];
		for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
			LockSupport.parkNanos(this.delay.toNanos() + nanosFor(read));
			awaitSound();
			to.write(buffer, 0, read);
		}
	}

	private long nanosFor(int bytes) {
		return (this.rate > 0) ? bytes * TimeUnit.SECONDS.toNanos(1) / this.rate : 0;
	}

	private synchronized void awaitSound() throws IOException {
		try {
			while (this.silent) {
				wait();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException("Interrupted on a silent line", ex);
		}
	}

}
