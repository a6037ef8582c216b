package org.imageingest.bench.pipeline;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.imageingest.bench.cli.CommandLine;
import org.imageingest.bench.cli.CommandLine.Syntax;
import org.imageingest.bench.service.ServiceAddress;
import org.imageingest.bench.service.ServiceOptions;
import org.jspecify.annotations.Nullable;

/**
 * What the command was told.
 *
 * @param folder where the photos are
 * @param uploads photos of the flood
 * @param concurrency uploads at once in warm-up and flood
 * @param warmUp photos before anything is measured
 * @param load share of the flood's throughput that the steady phase asks for
 * @param steadyUploads photos of the steady phase; 0 leaves it out
 * @param running the service to measure, or {@code null} to start one
 */
record PipelineOptions(Path folder, int uploads, int concurrency, int warmUp, double load, int steadyUploads,
		@Nullable ServiceAddress running) {

	static final Syntax SYNTAX = new Syntax("""
			Usage: ./bench pipeline DIR [--uploads 200] [--concurrency 8] [--warm-up 100]
			                            [--load 0.8] [--steady-uploads 100]
			                            [--service-pid PID[,PID...] --url URL --token TOKEN]

			Starts the whole pipeline on a fresh data folder, uploads the JPEGs of DIR in turn, each
			time with bytes of their own, and waits until all are done. The last line is JSON.

			  --uploads N         photos of the flood, all as fast as they are taken (default: 200)
			  --concurrency N     uploads at once in the flood (default: 8)
			  --warm-up N         photos before that, which do not count (default: 100)
			  --load SHARE        share of the flood's throughput that the steady phase asks for
			                      (default: 0.8)
			  --steady-uploads N  photos of the steady phase, at even intervals (default: 100; 0: none)
			  --service-pid PID   measures a service that already runs instead: the ids of all its
			                      processes, with commas between them. Descendants are found.
			  --url URL           its address, for example http://127.0.0.1:8080
			  --token TOKEN       what it lets in, for uploads and status
			  --help              this text

			JAVA_OPTS is handed to the service that is started. Its data folder is made where
			TMPDIR says, or in /tmp: leave room for three times the bytes that are uploaded.
			""", Set.of("uploads", "concurrency", "warm-up", "load", "steady-uploads", "service-pid", "url", "token"),
			Set.of());

	private static final int MOST_UPLOADS = 1_000_000;

	private static final int MOST_CONCURRENCY = 1_000;

	private static final double MOST_LOAD = 10;

	/**
	 * Reads the command line.
	 * @param arguments the arguments
	 * @return the options, or nothing if the help was asked for
	 * @throws org.imageingest.bench.cli.UsageException if the arguments are wrong
	 */
	static Optional<PipelineOptions> parse(List<String> arguments) {
		CommandLine line = SYNTAX.parse(arguments);
		if (line.has(Syntax.HELP)) {
			return Optional.empty();
		}
		return Optional.of(new PipelineOptions(line.folder(), line.number("uploads", 200, 1, MOST_UPLOADS),
				line.number("concurrency", 8, 1, MOST_CONCURRENCY), line.number("warm-up", 100, 0, MOST_UPLOADS),
				line.share("load", 0.8, MOST_LOAD), line.number("steady-uploads", 100, 0, MOST_UPLOADS),
				ServiceOptions.measured(line)));
	}

}
