package org.imageingest.bench.pipeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What became of the uploads of one phase. Safe for use by several threads.
 */
final class Uploads {

	private static final int RECENT = 10;

	/** Little enough that a service that grows faster is seen to. */
	private static final double MOST = 0.7;

	private final int expected;

	private final Set<Pending> unfinished = new LinkedHashSet<>();

	private final List<Duration> acceptTimes = new ArrayList<>();

	private final List<Duration> doneTimes = new ArrayList<>();

	private final Set<String> images = new HashSet<>();

	private final Map<String, Integer> failures = new LinkedHashMap<>();

	private int failed;

	Uploads(int expected) {
		this.expected = expected;
	}

	/**
	 * Notes an upload that was taken.
	 * @param jobId its job
	 * @param begun when the request began, as of {@link System#nanoTime()}
	 */
	synchronized void accepted(String jobId, long begun) {
		this.acceptTimes.add(since(begun));
		this.unfinished.add(new Pending(jobId, begun));
	}

	/**
	 * Notes an upload that was not taken.
	 * @param reason why
	 */
	synchronized void refused(String reason) {
		this.failed++;
		this.failures.merge(reason, 1, Integer::sum);
	}

	/**
	 * Notes an image.
	 * @param pending whose job is at its end
	 * @param imageId the image
	 */
	synchronized void completed(Pending pending, String imageId) {
		this.unfinished.remove(pending);
		this.doneTimes.add(since(pending.begun()));
		this.images.add(imageId);
	}

	/**
	 * Notes a job without an image.
	 * @param pending whose job is at its end
	 * @param reason why
	 */
	synchronized void failed(Pending pending, String reason) {
		this.unfinished.remove(pending);
		refused(reason);
	}

	/**
	 * Returns the jobs that may be at their end: those under way for most of the shortest
	 * time that one of the last took.
	 * @return oldest first
	 */
	synchronized List<Pending> dueToEnd() {
		long recent = this.doneTimes.stream()
			.skip(Math.max(0, this.doneTimes.size() - RECENT))
			.mapToLong(Duration::toNanos)
			.min()
			.orElse(0);
		long now = System.nanoTime();
		return this.unfinished.stream().filter((job) -> now - job.begun() >= recent * MOST).toList();
	}

	/**
	 * Returns how many jobs are not known to be at their end.
	 * @return jobs that were accepted
	 */
	synchronized int underWay() {
		return this.unfinished.size();
	}

	/**
	 * Returns how many uploads are not to be waited for any more.
	 * @return completed and failed ones
	 */
	synchronized int settled() {
		return this.doneTimes.size() + this.failed;
	}

	boolean allSettled() {
		return settled() == this.expected;
	}

	synchronized String progress() {
		return "%d/%d accepted, %d done".formatted(this.acceptTimes.size(), this.expected, this.doneTimes.size())
				+ ((this.failed > 0) ? ", " + this.failed + " failed" : "");
	}

	/**
	 * Sums up.
	 * @param wall from the first upload to the last answer
	 * @param cpu what the service took for it
	 * @return the result
	 */
	synchronized PhaseResult result(Duration wall, Duration cpu) {
		return new PhaseResult(this.expected, List.copyOf(this.acceptTimes), List.copyOf(this.doneTimes),
				Set.copyOf(this.images), Map.copyOf(this.failures), wall, cpu);
	}

	private static Duration since(long nanos) {
		return Duration.ofNanos(System.nanoTime() - nanos);
	}

	/**
	 * A job under way.
	 *
	 * @param jobId the job
	 * @param begun when its upload began, as of {@link System#nanoTime()}
	 */
	record Pending(String jobId, long begun) {
	}

}
