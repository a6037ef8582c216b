package org.imageingest.bench.pipeline;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;

import org.imageingest.bench.photo.PhotoFolder;
import org.imageingest.bench.report.JsonLine;
import org.imageingest.bench.service.ServiceAddress;
import org.imageingest.bench.service.StartedService;

/**
 * {@code ./bench pipeline}.
 */
public final class PipelineCommand {

	private PipelineCommand() {
	}

	/**
	 * Measures the pipeline.
	 * @param arguments the command line
	 * @param output receives the figures as one line of JSON
	 * @return exit code: 0, or 1 if not every upload became an image of its own
	 * @throws IOException if photos or service cannot be reached
	 * @throws InterruptedException if the thread is interrupted
	 * @throws org.imageingest.bench.cli.UsageException if the arguments are wrong
	 * @throws org.imageingest.bench.report.BenchmarkFailedException if nothing could be
	 * measured
	 */
	public static int run(List<String> arguments, PrintStream output) throws IOException, InterruptedException {
		Optional<PipelineOptions> options = PipelineOptions.parse(arguments);
		if (options.isEmpty()) {
			output.print(PipelineOptions.SYNTAX.usage());
			return 0;
		}
		PipelineBench.Outcome outcome = measure(options.get());
		outcome.complaints().forEach((complaint) -> System.err.println("Failed: " + complaint));
		output.println(JsonLine.of(outcome.report()));
		return outcome.complaints().isEmpty() ? 0 : 1;
	}

	private static PipelineBench.Outcome measure(PipelineOptions options) throws IOException, InterruptedException {
		PhotoFolder photos = PhotoFolder.of(options.folder());
		ServiceAddress running = options.running();
		if (running != null) {
			return new PipelineBench(options, photos, running).run();
		}
		try (StartedService service = StartedService.ofThisCheckout()) {
			return new PipelineBench(options, photos, service.awaitReady()).run();
		}
	}

}
