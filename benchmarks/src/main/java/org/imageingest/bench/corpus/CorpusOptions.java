package org.imageingest.bench.corpus;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
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
 * @param folder where the files are
 * @param engine the engine of the service that is started, or that of the running one
 * @param concurrency files under way at once
 * @param leastAgreeing share of the files that must end as expected or tolerated
 * @param mostGrowth how much more memory the service may hold at the end than after the
 * first files
 * @param running the service to use, or {@code null} to start one
 */
record CorpusOptions(Path folder, String engine, int concurrency, double leastAgreeing, double mostGrowth,
		@Nullable ServiceAddress running) {

	static final Syntax SYNTAX = new Syntax(
			"""
					Usage: ./bench corpus DIR [--engine auto, planar, vips or portable] [--concurrency 4]
					                          [--least-agreeing 0.99] [--most-growth 1.2]
					                          [--url URL --token TOKEN [--service-pid PID[,PID...]]]

					Starts the whole pipeline on a fresh data folder, uploads every file that manifest.jsonl
					in DIR names (or every file below DIR, of which then nothing is expected), waits for its
					end, compares outcome and metadata with what is expected, fetches every variant and looks
					for what may not be in it. Tells each disagreement; the last line is JSON.

					  --engine ENGINE       image.engine of the service that is started (default: auto). With
					                        portable, formats that need native libraries may be kept without
					                        variants; say it also of a running service
					  --concurrency N       files under way at once (default: 4)
					  --least-agreeing N    share of the files that must end as expected or tolerated
					                        (default: 0.99)
					  --most-growth N       memory of all processes of the service at the end, divided by that
					                        after the first 50 files (default: 1.2)
					  --url URL             a service that already runs, for example http://127.0.0.1:8080
					  --token TOKEN         what it lets in, for uploads and status
					  --service-pid PID     the ids of all its processes, with commas between them, to measure
					                        its memory. Descendants are found
					  --help                this text

					A photo that may be refused may also be kept without variants, with the warning
					format-needs-native-engine. The exit code is 1 if less agrees, if a photo has something in a variant that should not
					be there, if a file had no proper answer, if the service does not take uploads at the end
					or if it grew more. JAVA_OPTS is handed to the service that is started.
					""",
			Set.of("engine", "concurrency", "least-agreeing", "most-growth", "service-pid", "url", "token"), Set.of());

	private static final Set<String> ENGINES = Set.of("auto", "planar", "vips", "portable");

	private static final int MOST_CONCURRENCY = 1_000;

	private static final double MOST_GROWTH = 100;

	/**
	 * Reads the command line.
	 * @param arguments the arguments
	 * @return the options, or nothing if the help was asked for
	 * @throws org.imageingest.bench.cli.UsageException if the arguments are wrong
	 */
	static Optional<CorpusOptions> parse(List<String> arguments) {
		CommandLine line = SYNTAX.parse(arguments);
		if (line.has(Syntax.HELP)) {
			return Optional.empty();
		}
		String engine = Objects.requireNonNullElse(line.value("engine"), "auto");
		if (!ENGINES.contains(engine)) {
			throw line.wrong("--engine takes auto, planar, vips or portable, not '" + engine + "'");
		}
		return Optional.of(new CorpusOptions(line.folder(), engine, line.number("concurrency", 4, 1, MOST_CONCURRENCY),
				line.share("least-agreeing", 0.99, 1), line.share("most-growth", 1.2, MOST_GROWTH),
				ServiceOptions.reached(line)));
	}

	boolean isPortable() {
		return this.engine.equals("portable");
	}

}
