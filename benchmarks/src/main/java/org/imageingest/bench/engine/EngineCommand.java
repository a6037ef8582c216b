package org.imageingest.bench.engine;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;

import org.imageingest.bench.photo.PhotoFolder;
import org.imageingest.bench.report.JsonLine;

/**
 * {@code ./bench engine}.
 */
public final class EngineCommand {

	private EngineCommand() {
	}

	/**
	 * Measures the engine in this JVM.
	 * @param arguments the command line
	 * @param output receives the figures as one line of JSON
	 * @return exit code
	 * @throws IOException if photos cannot be read or variants cannot be written
	 * @throws InterruptedException if the thread is interrupted
	 * @throws org.imageingest.bench.cli.UsageException if the arguments are wrong
	 * @throws org.imageingest.bench.report.BenchmarkFailedException if a photo failed
	 */
	public static int run(List<String> arguments, PrintStream output) throws IOException, InterruptedException {
		Optional<EngineOptions> options = EngineOptions.parse(arguments);
		if (options.isEmpty()) {
			output.print(EngineOptions.SYNTAX.usage());
			return 0;
		}
		PhotoFolder photos = PhotoFolder.of(options.get().folder());
		output.println(JsonLine.of(new EngineBench(options.get(), photos).run()));
		return 0;
	}

}
