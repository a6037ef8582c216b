package org.imageingest.engine.worker;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

import org.imageingest.engine.worker.protocol.Frames;
import org.imageingest.workspace.TemporaryDirectory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A worker as the service sees it: a process that takes messages and answers them, or
 * does not.
 */
final class WorkerProcess implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(WorkerProcess.class);

	/** A killed process is gone in milliseconds, but for one that the kernel holds. */
	private static final Duration END_LIMIT = Duration.ofSeconds(10);

	private final Process process;

	private final TemporaryDirectory directory;

	private final StandardErrorTail errors;

	private final Thread errorsReader;

	/** An answer, and what was said unasked. */
	private final BlockingQueue<Incoming> incoming = new ArrayBlockingQueue<>(2);

	WorkerProcess(Process process, TemporaryDirectory directory) {
		this.process = process;
		this.directory = directory;
		this.errors = new StandardErrorTail(process);
		this.errorsReader = Thread.ofPlatform().daemon().name("errors-of-worker-" + process.pid()).start(this.errors);
		Thread.ofPlatform().daemon().name("answers-of-worker-" + process.pid()).start(this::readAnswers);
	}

	/** An end is only told; what it means is seen by who waits for an answer. */
	private void readAnswers() {
		try {
			boolean room = true;
			while (room) {
				// One that says more than it is asked is not read to its end.
				room = this.incoming.offer(new Incoming(Frames.read(this.process.getInputStream()), ""));
			}
		}
		catch (IOException ex) {
			boolean told = this.incoming.offer(new Incoming(null, ex.toString()));
			logger.debug("Worker {} says no more, told: {}", pid(), told, ex);
		}
	}

	long pid() {
		return this.process.pid();
	}

	boolean isAlive() {
		return this.process.isAlive();
	}

	/** Calls back when the process has ended, however it did. */
	void onEnd(Runnable callback) {
		this.process.onExit().thenRun(callback);
	}

	/**
	 * Asks the worker.
	 * @param message the question
	 * @param limit longest wait for the answer
	 * @return the answer
	 * @throws WorkerLostException if there is none; the worker is dead then
	 * @throws InterruptedException if the wait is interrupted; the worker is dead then
	 */
	byte[] ask(byte[] message, Duration limit) throws WorkerLostException, InterruptedException {
		if (!this.incoming.isEmpty()) {
			throw lost("said something without being asked");
		}
		try {
			Frames.write(this.process.getOutputStream(), message);
		}
		catch (IOException ex) {
			throw lost("does not listen: " + ex.getMessage());
		}
		return answer(limit);
	}

	/**
	 * Waits for the next message.
	 * @param limit longest wait
	 * @return the message
	 * @throws WorkerLostException if there is none; the worker is dead then
	 * @throws InterruptedException if the wait is interrupted; the worker is dead then
	 */
	byte[] answer(Duration limit) throws WorkerLostException, InterruptedException {
		Incoming next;
		try {
			next = this.incoming.poll(limit.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			close();
			throw ex;
		}
		if (next == null) {
			close();
			throw new WorkerLostException(Loss.HUNG,
					"Worker %d did not answer within %d ms".formatted(pid(), limit.toMillis()) + this.errors.lines());
		}
		byte[] message = next.message();
		if (message == null) {
			throw lost("gave no answer: " + next.end());
		}
		return message;
	}

	/**
	 * Ends a worker that cannot be trusted or is gone already.
	 * @param what it did
	 * @return what is to be thrown
	 */
	WorkerLostException lost(String what) {
		// One that ends by itself has a moment to do so, for its exit code tells why.
		boolean endedByItself = awaitEnd(Duration.ofSeconds(1));
		close();
		int code = endedByItself ? this.process.exitValue() : -1;
		Loss loss = switch (code) {
			case WorkerExit.OUT_OF_HEAP -> Loss.OUT_OF_HEAP;
			case WorkerExit.OUT_OF_MEMORY -> Loss.OUT_OF_MEMORY;
			default -> this.errors.tellsOfMemory() ? Loss.OUT_OF_MEMORY : Loss.CRASHED;
		};
		return new WorkerLostException(loss,
				"Worker %d %s; %s".formatted(pid(), what, endedByItself ? "its exit code is " + code : "it was killed")
						+ this.errors.lines());
	}

	/** Kills the process and removes its files. Does nothing the second time. */
	@Override
	public synchronized void close() {
		this.process.destroyForcibly();
		if (!awaitEnd(END_LIMIT)) {
			logger.error("Worker {} was killed {} s ago and still runs", pid(), END_LIMIT.toSeconds());
		}
		try {
			this.directory.close();
		}
		catch (IOException ex) {
			logger.warn("Files of worker {} are left behind", pid(), ex);
		}
	}

	/** Uninterrupted: who is told to stop still has to leave things in order. */
	private boolean awaitEnd(Duration limit) {
		boolean interrupted = Thread.interrupted();
		try {
			boolean ended = this.process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
			if (ended) {
				this.errorsReader.join(limit);
			}
			return ended;
		}
		catch (InterruptedException ex) {
			interrupted = true;
			return !this.process.isAlive();
		}
		finally {
			if (interrupted) {
				Thread.currentThread().interrupt();
			}
		}
	}

	/**
	 * What came from the worker.
	 *
	 * @param message a message; nothing at its end
	 * @param end what was seen there
	 */
	@SuppressWarnings("ArrayRecordComponent")
	private record Incoming(byte @Nullable [] message, String end) {
	}

}
