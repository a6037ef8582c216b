package org.imageingest.engine.worker;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.function.Function;
import java.util.function.Supplier;

import org.imageingest.engine.EngineChoice;
import org.imageingest.engine.EngineRequest;
import org.imageingest.engine.ImageEngine;
import org.imageingest.engine.ImageEngines;
import org.imageingest.engine.worker.protocol.Answer;
import org.imageingest.engine.worker.protocol.Frames;
import org.imageingest.engine.worker.protocol.Hello;
import org.imageingest.engine.worker.protocol.Requests;

/**
 * The program of a worker: one photo at a time, as they come through standard input, each
 * answered on standard output. It ends with its standard input, whatever its engine is
 * doing: who is killed leaves no worker behind.
 */
public final class EngineWorker {

	/** Decoders in C want more than the small stacks of this JVM. */
	private static final long ENGINE_STACK_BYTES = 4L << 20;

	private static final int DESCRIBES = 2;

	private final OutputStream answers;

	private final BlockingQueue<EngineRequest> requests = new SynchronousQueue<>();

	private EngineWorker(OutputStream answers) {
		this.answers = answers;
	}

	/**
	 * Works until standard input ends.
	 * @param args engine ({@link EngineChoice#name()}), most memory in bytes, and whether
	 * to begin with a description of the engine
	 */
	public static void main(String[] args) {
		boolean describes = Boolean.parseBoolean(args[DESCRIBES]);
		serve(args, describes ? ImageEngines::create : ImageEngines::createOnDemand);
	}

	/**
	 * Works until standard input ends.
	 * @param args engine, most memory in bytes, whether to describe it
	 * @param engines makes the engine
	 */
	static void serve(String[] args, Function<EngineChoice, ImageEngine> engines) {
		OutputStream answers = new FileOutputStream(FileDescriptor.out);
		// Whatever a library prints must not get among the answers.
		System.setOut(System.err);
		EngineWorker worker = new EngineWorker(answers);
		Thread.ofPlatform().daemon().name("requests").start(worker::readRequests);
		EngineChoice choice = EngineChoice.valueOf(args[0]);
		long memoryBytes = Long.parseLong(args[1]);
		boolean describes = Boolean.parseBoolean(args[DESCRIBES]);
		new Thread(null, () -> worker.run(memoryBytes, () -> engines.apply(choice), describes), "engine",
				ENGINE_STACK_BYTES)
			.start();
	}

	/** Nothing but this thread can still act while the engine hangs in native code. */
	private void readRequests() {
		try {
			while (true) {
				this.requests.put(Requests.CODEC.fromMessage(Frames.read(System.in)));
			}
		}
		catch (IOException | InterruptedException ex) {
			// Most often the end of standard input, which is the way of all workers.
			Runtime.getRuntime().halt(WorkerExit.ASKED_TO_END);
		}
	}

	private void run(long memoryBytes, Supplier<ImageEngine> engines, boolean describes) {
		try {
			List<String> notes = ProcessLimits.set(memoryBytes);
			ImageEngine engine = engines.get();
			WarmUp.run(engine);
			say(Hello.CODEC
				.toMessage(new Hello(ProcessHandle.current().pid(), describes ? engine.description() : null, notes)));
			AnsweringEngine answering = new AnsweringEngine(engine);
			while (true) {
				say(Answer.CODEC.toMessage(answering.answer(this.requests.take())));
			}
		}
		catch (OutOfMemoryError ex) {
			end(WorkerExit.OUT_OF_MEMORY, ex);
		}
		catch (Exception | Error ex) {
			end(WorkerExit.FAILED, ex);
		}
	}

	private void say(byte[] message) throws IOException {
		Frames.write(this.answers, message);
	}

	private static void end(int code, Throwable cause) {
		// The service keeps the last lines for its report.
		cause.printStackTrace();
		System.err.println("The worker ends: " + cause);
		Runtime.getRuntime().halt(code);
	}

}
