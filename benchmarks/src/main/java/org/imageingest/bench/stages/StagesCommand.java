package org.imageingest.bench.stages;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.imageingest.bench.cli.CommandLine;
import org.imageingest.bench.cli.CommandLine.Syntax;
import org.imageingest.bench.photo.PhotoFolder;
import org.imageingest.bench.report.BenchmarkFailedException;
import org.imageingest.engine.planar.PlanarStages;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * {@code ./bench stages}.
 */
public final class StagesCommand {

	private static final Syntax SYNTAX = new Syntax("""
			Usage: ./bench stages DIR [--method 2]

			Measures each step of the fast way of a JPEG by JMH, on the first photo of DIR: header,
			metadata, decoder, resizer, encoders. Takes two minutes, and needs libturbojpeg and
			libzimg.

			  --method M  effort for WebP, 0 (fast) to 6 (small) (default: 2)
			  --help      this text
			""", Set.of("method"), Set.of());

	private static final int MOST_EFFORT = 6;

	private StagesCommand() {
	}

	/**
	 * Measures the steps; JMH prints what they take.
	 * @param arguments the command line
	 * @param output receives the help
	 * @return exit code
	 * @throws org.imageingest.bench.cli.UsageException if the arguments are wrong
	 * @throws BenchmarkFailedException if a step failed
	 * @throws IOException if the folder cannot be read
	 */
	public static int run(List<String> arguments, PrintStream output) throws IOException {
		CommandLine line = SYNTAX.parse(arguments);
		if (line.has(Syntax.HELP)) {
			output.print(SYNTAX.usage());
			return 0;
		}
		Path photo = PhotoFolder.of(line.folder()).photos().getFirst();
		int method = line.number("method", 2, 0, MOST_EFFORT);
		try {
			new Runner(new OptionsBuilder().include(PlanarStages.class.getName())
				.param("photo", photo.toAbsolutePath().toString())
				.param("method", Integer.toString(method))
				.shouldFailOnError(true)
				.build()).run();
		}
		catch (RunnerException ex) {
			throw new BenchmarkFailedException(String.valueOf(ex.getMessage()), ex);
		}
		return 0;
	}

}
