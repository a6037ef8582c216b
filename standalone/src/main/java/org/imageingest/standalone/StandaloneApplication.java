package org.imageingest.standalone;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.imageingest.data.StartException;
import org.imageingest.standalone.operator.OperatorCommand;
import org.imageingest.standalone.store.StoreCommand;
import org.imageingest.standalone.token.TokenCommand;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * The command line of the standalone. Standard output carries only what was asked for:
 * the Ready line, a token, a help text; everything else goes to standard error.
 */
public final class StandaloneApplication {

	private static final int FAILED = 1;

	private static final int WRONG_USAGE = 2;

	/** Longer than this a stop is not waited for; what is confirmed is safe anyway. */
	private static final Duration STOP_LIMIT = Duration.ofSeconds(25);

	private StandaloneApplication() {
	}

	/**
	 * Runs a command.
	 * @param arguments {@code token}, {@code store}, {@code dead-letters} or
	 * {@code sweep} with its options, or the options of the start
	 */
	public static void main(String[] arguments) {
		try {
			run(List.of(arguments));
		}
		catch (UsageException ex) {
			System.err.println(ex.getMessage());
			System.err.println();
			System.err.print(ex.usage());
			System.exit(WRONG_USAGE);
		}
		catch (StartException ex) {
			logger().debug("Not started", ex);
			System.err.println("Not started. " + ex.getMessage());
			System.exit(FAILED);
		}
		catch (RuntimeException ex) {
			// Parts that run already would keep the process alive.
			logger().error("Not started", ex);
			System.exit(FAILED);
		}
	}

	private static void run(List<String> arguments) {
		if (!arguments.isEmpty() && arguments.getFirst().equals("token")) {
			TokenCommand.run(arguments.subList(1, arguments.size()), System.out);
			return;
		}
		if (!arguments.isEmpty() && arguments.getFirst().equals("store")) {
			setUpLogging();
			StoreCommand.run(arguments.subList(1, arguments.size()), System.out);
			return;
		}
		if (OperatorCommand.isMeant(arguments)) {
			System.exit(OperatorCommand.run(arguments));
		}
		Optional<StandaloneOptions> options = StandaloneOptions.parse(arguments);
		if (options.isEmpty()) {
			System.out.print(StandaloneOptions.SYNTAX.usage());
			return;
		}
		setUpLogging();
		Parts parts = new Parts();
		Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(parts), "stop"));
		System.out.println("Ready: " + new Standalone(parts).start(options.get()));
		// A third of the heap is left from the start and would stay resident: nothing
		// makes the garbage collector look there for hours.
		System.gc();
	}

	/** Once for the process: three applications would do it three times. */
	private static void setUpLogging() {
		System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
		SLF4JBridgeHandler.removeHandlersForRootLogger();
		SLF4JBridgeHandler.install();
	}

	private static void stop(Parts parts) {
		Thread closing = Thread.ofPlatform().daemon().name("stopping").start(parts::close);
		try {
			if (!closing.join(STOP_LIMIT)) {
				logger().warn("Not everything stopped within {}; leaving all the same", STOP_LIMIT);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** Not a constant: the token command needs no logging and starts faster without. */
	private static Logger logger() {
		return LoggerFactory.getLogger(StandaloneApplication.class);
	}

}
