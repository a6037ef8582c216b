package org.imageingest.engine.worker;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

import org.imageingest.engine.EngineDescription;
import org.imageingest.engine.worker.protocol.Hello;
import org.imageingest.engine.worker.protocol.ProtocolException;
import org.imageingest.workspace.TemporaryDirectory;
import org.imageingest.workspace.Workspace;

/**
 * Starts workers.
 */
final class WorkerStarter {

	/**
	 * A second or two are usual; but a worker yields to everything else on the machine,
	 * and where that is very busy, it starts late.
	 */
	private static final Duration START_LIMIT = Duration.ofMinutes(3);

	private final WorkerCommand command;

	private final Workspace workspace;

	WorkerStarter(WorkerCommand command, Workspace workspace) {
		this.command = command;
		this.workspace = workspace;
	}

	/**
	 * Starts a worker and waits until it is warm.
	 * @return the worker and what it said
	 * @throws IOException if it does not start; the message ends with what it wrote to
	 * standard error
	 * @throws InterruptedException if the wait is interrupted; nothing is left running
	 */
	StartedWorker start() throws IOException, InterruptedException {
		return start(false);
	}

	/**
	 * Finds out what the engine is made of, in a process that ends then: it has loaded
	 * and tried every library, of which most workers need a part only.
	 * @return the description
	 * @throws IOException if the engine does not work; the message ends with what the
	 * process wrote to standard error
	 * @throws InterruptedException if the wait is interrupted; nothing is left running
	 */
	EngineDescription describe() throws IOException, InterruptedException {
		StartedWorker started = start(true);
		started.process().close();
		return Objects.requireNonNull(started.hello().engine());
	}

	private StartedWorker start(boolean describes) throws IOException, InterruptedException {
		TemporaryDirectory directory = this.workspace.newDirectory();
		WorkerProcess worker = new WorkerProcess(launch(directory, describes), directory);
		try {
			return new StartedWorker(worker, Hello.CODEC.fromMessage(worker.answer(START_LIMIT)));
		}
		catch (ProtocolException ex) {
			worker.close();
			throw new IOException("A worker did not start: " + ex.getMessage(), ex);
		}
		catch (WorkerLostException ex) {
			throw new IOException("A worker did not start. " + ex.getMessage(), ex);
		}
	}

	private Process launch(TemporaryDirectory directory, boolean describes) throws IOException {
		Path path = directory.resolve("").toAbsolutePath();
		try {
			return this.command.in(path, describes).start();
		}
		catch (IOException ex) {
			directory.close();
			throw ex;
		}
	}

	/**
	 * A worker that waits for photos.
	 *
	 * @param process the worker
	 * @param hello what it said
	 */
	record StartedWorker(WorkerProcess process, Hello hello) {
	}

}
