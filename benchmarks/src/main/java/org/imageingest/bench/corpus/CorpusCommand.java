package org.imageingest.bench.corpus;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.imageingest.bench.report.JsonLine;
import org.imageingest.bench.service.ServiceAddress;
import org.imageingest.bench.service.StartedService;

/**
 * {@code ./bench corpus}.
 */
public final class CorpusCommand {

	private CorpusCommand() {
	}

	/**
	 * Sends a collection of files through the service.
	 * @param arguments the command line
	 * @param output receives the table, each disagreement and the figures as one line of
	 * JSON
	 * @return exit code: 0, or 1 if something is not as it must be
	 * @throws IOException if files or service cannot be reached
	 * @throws InterruptedException if the thread is interrupted
	 * @throws org.imageingest.bench.cli.UsageException if the arguments are wrong
	 */
	public static int run(List<String> arguments, PrintStream output) throws IOException, InterruptedException {
		Optional<CorpusOptions> parsed = CorpusOptions.parse(arguments);
		if (parsed.isEmpty()) {
			output.print(CorpusOptions.SYNTAX.usage());
			return 0;
		}
		CorpusOptions options = parsed.get();
		CorpusRun.Result result = result(options);
		output.print(CorpusTable.of(result.findings()));
		result.findings().stream().filter((finding) -> !finding.isRight()).forEach((finding) -> tell(finding, output));
		List<String> complaints = complaints(result.report(), options);
		complaints.forEach((complaint) -> System.err.println("Failed: " + complaint));
		output.println(JsonLine.of(result.report()));
		return complaints.isEmpty() ? 0 : 1;
	}

	private static CorpusRun.Result result(CorpusOptions options) throws IOException, InterruptedException {
		Corpus corpus = Corpus.of(options.folder());
		ServiceAddress running = options.running();
		if (running != null) {
			return new CorpusRun(options, running).run(corpus);
		}
		try (StartedService service = StartedService.ofThisCheckout("-Dimage.engine=" + options.engine())) {
			return new CorpusRun(options, service.awaitReady()).run(corpus);
		}
	}

	private static void tell(Finding finding, PrintStream output) {
		Expectation expectation = finding.file().expectation();
		String wanted = (expectation != null && !finding.agrees())
				? ", not " + expectation.outcome().word() + words(expectation) : "";
		output.printf("%s: %s%s (%s)%n", finding.file().name(), finding.outcome().word(), wanted, finding.reason());
		finding.differences().forEach((difference) -> output.println("  " + difference));
		finding.leaks().forEach((leak) -> output.println("  LEAK: " + leak));
	}

	private static String words(Expectation expectation) {
		return expectation.tolerated()
			.stream()
			.sorted()
			.map((outcome) -> " or " + outcome.word())
			.reduce("", String::concat);
	}

	private static List<String> complaints(CorpusReport report, CorpusOptions options) {
		List<String> complaints = new ArrayList<>();
		if (report.agreeing() < options.leastAgreeing() * report.files()) {
			complaints.add("%s %% of the files end as expected or tolerated, fewer than %s %%"
				.formatted(report.agreeingPercent(), 100 * options.leastAgreeing()));
		}
		if (report.broken() > 0) {
			complaints.add(report.broken() + " files without a proper answer");
		}
		if (report.leaking() > 0) {
			complaints
				.add(report.leaking() + " files with something in a variant or an answer that should not be there");
		}
		if (!report.alive()) {
			complaints.add("the service does not take uploads any more");
		}
		if (report.rssGrowth() != null && report.rssGrowth() > options.mostGrowth()) {
			complaints.add("the service holds %d MB after %d MB, more than %s times as much"
				.formatted(report.rssAtEndMb(), report.rssAfterFirstMb(), options.mostGrowth()));
		}
		return complaints;
	}

}
