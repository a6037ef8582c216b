package org.imageingest.bench;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

import org.imageingest.bench.cli.UsageException;
import org.imageingest.bench.corpus.CorpusCommand;
import org.imageingest.bench.engine.EngineCommand;
import org.imageingest.bench.pipeline.PipelineCommand;
import org.imageingest.bench.report.BenchmarkFailedException;
import org.imageingest.bench.stages.StagesCommand;

/**
 * The command line of the benchmarks. Standard output carries the result alone;
 * everything else goes to standard error.
 */
public final class BenchApplication {

	private static final int FAILED = 1;

	private static final int WRONG_USAGE = 2;

	private static final String USAGE = """
			Usage: ./bench pipeline DIR [options]
			       ./bench engine DIR [options]
			       ./bench stages DIR [options]
			       ./bench corpus DIR [options]

			With --help behind it, each command tells more.
			""";

	private BenchApplication() {
	}

	/**
	 * Runs a command.
	 * @param arguments {@code pipeline}, {@code engine}, {@code stages} or
	 * {@code corpus}, then its arguments
	 * @throws InterruptedException never, in practice: nobody interrupts the main thread
	 */
	public static void main(String[] arguments) throws InterruptedException {
		System.exit(run(arguments));
	}

	private static int run(String[] arguments) throws InterruptedException {
		try {
			String command = (arguments.length > 0) ? arguments[0] : "";
			List<String> options = Arrays.asList(arguments).subList(Math.min(1, arguments.length), arguments.length);
			return switch (command) {
				case "pipeline" -> PipelineCommand.run(options, System.out);
				case "engine" -> EngineCommand.run(options, System.out);
				case "stages" -> StagesCommand.run(options, System.out);
				case "corpus" -> CorpusCommand.run(options, System.out);
				default -> throw new UsageException("Unknown command: " + command, USAGE);
			};
		}
		catch (UsageException ex) {
			System.err.println(ex.getMessage());
			System.err.println();
			System.err.print(ex.usage());
			return WRONG_USAGE;
		}
		catch (BenchmarkFailedException ex) {
			System.err.println("Failed: " + ex.getMessage());
			return FAILED;
		}
		catch (IOException | RuntimeException ex) {
			ex.printStackTrace();
			return FAILED;
		}
	}

}
