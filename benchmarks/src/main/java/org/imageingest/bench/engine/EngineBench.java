package org.imageingest.bench.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import org.imageingest.bench.photo.PhotoFolder;
import org.imageingest.bench.process.PeakMemory;
import org.imageingest.bench.process.ProcessReadings;
import org.imageingest.bench.process.ProcessTree;
import org.imageingest.bench.report.Figures;
import org.imageingest.bench.report.Percentiles;
import org.imageingest.engine.ImageEngine;

/**
 * Measures an engine. What it takes is that of this process and its descendants: an
 * engine may work in processes of its own.
 */
final class EngineBench {

	/** So many photos later the compiler has little left to do. */
	private static final int WARM_UP_PHOTOS = 24;

	private final EngineOptions options;

	private final PhotoFolder photos;

	private final ProcessTree processes = new ProcessTree(List.of(ProcessHandle.current().pid()),
			ProcessReadings.ofThisSystem());

	EngineBench(EngineOptions options, PhotoFolder photos) {
		this.options = options;
		this.photos = photos;
	}

	EngineReport run() throws IOException, InterruptedException {
		try (MeasuredEngine engine = MeasuredEngine.open(this.options)) {
			return run(engine.engine());
		}
	}

	private EngineReport run(ImageEngine engine) throws IOException, InterruptedException {
		PhotoWork work = new PhotoWork(engine, this.options.recipe());
		try (PeakMemory memory = PeakMemory.watch(this.processes);
				VariantFolders folders = new VariantFolders(this.options.out());
				Workers workers = new Workers(this.options.workers())) {
			warmUp(work, folders, workers);
			Duration cpu = this.processes.cpu();
			long begun = System.nanoTime();
			List<PhotoRun> runs = measure(work, folders, workers);
			Duration wall = Duration.ofNanos(System.nanoTime() - begun);
			return report(engine.description().name(), runs, this.processes.cpu().minus(cpu), wall, memory.bytes());
		}
	}

	private void warmUp(PhotoWork work, VariantFolders folders, Workers workers) throws InterruptedException {
		int passes = Math.ceilDiv(WARM_UP_PHOTOS, this.photos.photos().size());
		System.err.println("warm-up: " + passes * this.photos.photos().size() + " photos");
		List<Callable<PhotoRun>> all = new ArrayList<>();
		for (int pass = 0; pass < passes; pass++) {
			this.photos.photos().forEach((photo) -> all.add(() -> run(work, photo, folders, folders.passing())));
		}
		workers.runAll(all);
	}

	private List<PhotoRun> measure(PhotoWork work, VariantFolders folders, Workers workers)
			throws InterruptedException {
		System.err.println("measured: " + this.options.passes() * this.photos.photos().size() + " photos");
		List<Callable<PhotoRun>> all = new ArrayList<>();
		this.photos.photos().forEach((photo) -> all.add(() -> run(work, photo, folders, folders.lasting(photo))));
		for (int pass = 1; pass < this.options.passes(); pass++) {
			this.photos.photos().forEach((photo) -> all.add(() -> run(work, photo, folders, folders.passing())));
		}
		return workers.runAll(all);
	}

	private static PhotoRun run(PhotoWork work, Path photo, VariantFolders folders, Path folder) throws IOException {
		PhotoRun run = work.run(photo, folder);
		folders.release(folder);
		return run;
	}

	private EngineReport report(String engine, List<PhotoRun> runs, Duration cpu, Duration wall, long peakBytes) {
		return new EngineReport(engine, runs.size(), this.options.workers(), this.options.method(),
				Figures.millisPerImage(cpu, runs.size()), Figures.millisPerImage(wall, runs.size()),
				Percentiles.of(runs.stream().map(PhotoRun::time).toList()).millis(50), Figures.megabytes(peakBytes),
				Math.round(runs.stream().mapToLong(PhotoRun::bytes).average().orElse(0)));
	}

}
