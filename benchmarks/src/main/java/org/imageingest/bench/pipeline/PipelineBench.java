package org.imageingest.bench.pipeline;

import java.time.Duration;
import java.util.List;

import org.imageingest.bench.photo.PhotoFolder;
import org.imageingest.bench.process.PeakMemory;
import org.imageingest.bench.process.ProcessReadings;
import org.imageingest.bench.process.ProcessTree;
import org.imageingest.bench.report.BenchmarkFailedException;
import org.imageingest.bench.report.Figures;
import org.imageingest.bench.service.ServiceAddress;
import org.jspecify.annotations.Nullable;

/**
 * Measures a running service: warm-up, flood, steady load.
 */
final class PipelineBench {

	private static final Duration MINUTE = Duration.ofMinutes(1);

	private final PipelineOptions options;

	private final ProcessTree service;

	private final ProcessReadings readings = ProcessReadings.ofThisSystem();

	private final Phase phase;

	PipelineBench(PipelineOptions options, PhotoFolder photos, ServiceAddress address) {
		this.options = options;
		this.service = new ProcessTree(address.pids(), this.readings);
		this.phase = new Phase(new IngestClient(address), photos, this.service);
	}

	Outcome run() throws InterruptedException {
		try (PeakMemory memory = PeakMemory.watch(this.service)) {
			warmUp();
			Duration own = ownCpu();
			PhaseResult flood = this.phase.run("flood", this.options.uploads(),
					Arrivals.flood(this.options.concurrency()));
			tell("flood", flood, ownCpu().minus(own));
			PhaseResult steady = flood.complaints().isEmpty() ? steady(flood.perMinute()) : null;
			return new Outcome(PipelineReport.of(flood, steady, Figures.megabytes(memory.bytes())),
					(steady != null && flood.complaints().isEmpty()) ? steady.complaints() : flood.complaints());
		}
	}

	private void warmUp() throws InterruptedException {
		if (this.options.warmUp() == 0) {
			return;
		}
		PhaseResult result = this.phase.run("warm-up", this.options.warmUp(),
				Arrivals.flood(this.options.concurrency()));
		if (!result.complaints().isEmpty()) {
			throw new BenchmarkFailedException("warm-up: " + String.join("; ", result.complaints()));
		}
	}

	private @Nullable PhaseResult steady(double perMinute) throws InterruptedException {
		if (this.options.steadyUploads() == 0) {
			return null;
		}
		Duration interval = Duration.ofNanos(Math.round(MINUTE.toNanos() / (perMinute * this.options.load())));
		Duration own = ownCpu();
		PhaseResult result = this.phase.run("steady", this.options.steadyUploads(), Arrivals.every(interval));
		tell("steady", result, ownCpu().minus(own));
		return result;
	}

	/**
	 * This program on the same cores takes from the service's throughput: that should be
	 * known.
	 */
	private void tell(String name, PhaseResult result, Duration own) {
		System.err.printf("%s: %s images a minute; %s ms of processor time for an image, and %s ms of this program%n",
				name, result.perMinute(), result.cpuMsPerImage(), Figures.millisPerImage(own, result.completed()));
	}

	private Duration ownCpu() {
		return this.readings.cpu(ProcessHandle.current().pid());
	}

	/**
	 * What came out.
	 *
	 * @param report the figures
	 * @param complaints what went wrong
	 */
	record Outcome(PipelineReport report, List<String> complaints) {
	}

}
