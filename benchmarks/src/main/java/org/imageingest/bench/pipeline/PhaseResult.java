package org.imageingest.bench.pipeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.imageingest.bench.report.Figures;
import org.imageingest.bench.report.Percentiles;
import org.jspecify.annotations.Nullable;

/**
 * What was measured in a phase.
 *
 * @param uploads how many were sent
 * @param acceptTimes from the begin of each request to its 202
 * @param doneTimes from the begin of each request to the first sight of the end of its
 * job
 * @param images the images that were made
 * @param failures reasons and how often each was met
 * @param wall from the first upload to the end of the last job
 * @param cpu processor time of the service
 */
record PhaseResult(int uploads, List<Duration> acceptTimes, List<Duration> doneTimes, Set<String> images,
		Map<String, Integer> failures, Duration wall, Duration cpu) {

	private static final int REASONS = 5;

	int completed() {
		return this.doneTimes.size();
	}

	int failed() {
		return this.failures.values().stream().mapToInt(Integer::intValue).sum();
	}

	double perMinute() {
		return Figures.perMinute(completed(), this.wall);
	}

	@Nullable Double cpuMsPerImage() {
		return Figures.millisPerImage(this.cpu, completed());
	}

	@Nullable Long acceptMillis(int percent) {
		return Percentiles.of(this.acceptTimes).millis(percent);
	}

	@Nullable Long doneMillis(int percent) {
		return Percentiles.of(this.doneTimes).millis(percent);
	}

	/**
	 * Returns what went wrong.
	 * @return a few sentences, none if every upload became an image of its own
	 */
	List<String> complaints() {
		List<String> complaints = new ArrayList<>();
		this.failures.entrySet()
			.stream()
			.limit(REASONS)
			.forEach((failure) -> complaints.add(failure.getValue() + " x " + failure.getKey()));
		if (complaints.isEmpty() && this.images.size() != this.uploads) {
			complaints.add(this.uploads + " uploads became " + this.images.size() + " different images");
		}
		return complaints;
	}

}
