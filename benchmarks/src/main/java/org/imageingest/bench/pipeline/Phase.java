package org.imageingest.bench.pipeline;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.random.RandomGenerator;

import org.imageingest.bench.photo.PhotoFolder;
import org.imageingest.bench.photo.UniqueJpeg;
import org.imageingest.bench.process.ProcessTree;
import org.imageingest.bench.report.BenchmarkFailedException;
import org.imageingest.bench.report.Progress;

/**
 * Uploads photos and waits for what becomes of them.
 */
final class Phase {

	/** Longer than the pipeline itself waits for anything. */
	private static final Duration STANDSTILL_LIMIT = Duration.ofMinutes(5);

	private final IngestClient client;

	private final PhotoFolder photos;

	private final ProcessTree service;

	private final RandomGenerator random = new SecureRandom();

	Phase(IngestClient client, PhotoFolder photos, ProcessTree service) {
		this.client = client;
		this.photos = photos;
		this.service = service;
	}

	/**
	 * Runs to the end of the last job.
	 * @param name for the progress that is shown
	 * @param count how many photos to upload
	 * @param arrivals when
	 * @return what was measured
	 * @throws BenchmarkFailedException if the service ends or comes to a standstill
	 */
	PhaseResult run(String name, int count, Arrivals arrivals) throws InterruptedException {
		Uploads uploads = new Uploads(count);
		Progress progress = new Progress(name, uploads::progress);
		Duration cpu = this.service.cpu();
		long begun = System.nanoTime();
		Thread arriving = Thread.ofVirtual().start(() -> begin(arrivals, count, uploads));
		try {
			awaitAll(uploads, progress, name);
		}
		finally {
			arriving.interrupt();
		}
		PhaseResult result = uploads.result(Duration.ofNanos(System.nanoTime() - begun), this.service.cpu().minus(cpu));
		progress.finish();
		return result;
	}

	private void begin(Arrivals arrivals, int count, Uploads uploads) {
		try {
			arrivals.begin(count, (index) -> upload(index, uploads));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void upload(int index, Uploads uploads) {
		UniqueJpeg photo = UniqueJpeg.of(this.photos.inTurn(index), this.random);
		long begun = System.nanoTime();
		try {
			uploads.accepted(this.client.upload(photo), begun);
		}
		catch (IOException | RuntimeException ex) {
			uploads.refused("upload: " + ((ex instanceof IngestClient.RefusedException) ? ex.getMessage() : ex));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void awaitAll(Uploads uploads, Progress progress, String name) throws InterruptedException {
		StatusWatch watch = new StatusWatch(this.client, uploads);
		int settled = 0;
		long moved = System.nanoTime();
		while (true) {
			watch.look();
			if (uploads.allSettled()) {
				return;
			}
			if (!this.service.isAlive()) {
				throw new BenchmarkFailedException(name + ": the service has ended; " + uploads.progress());
			}
			if (uploads.settled() > settled) {
				settled = uploads.settled();
				moved = System.nanoTime();
			}
			else if (System.nanoTime() - moved > STANDSTILL_LIMIT.toNanos()) {
				throw new BenchmarkFailedException("%s: nothing was finished for %d minutes; %s".formatted(name,
						STANDSTILL_LIMIT.toMinutes(), uploads.progress()));
			}
			progress.show();
			Thread.sleep(watch.interval());
		}
	}

}
