package org.imageingest.source.status;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.imageingest.model.problem.Problem;
import org.imageingest.source.job.Batch;
import org.imageingest.source.job.Job;
import org.imageingest.source.job.JobState;
import org.imageingest.source.listing.JobItem;

/**
 * A batch as its owner sees it, told from the rows of its jobs alone.
 *
 * @param batchId name of the batch
 * @param status processing while any job runs; then completed if all jobs are, failed if
 * none is, cancelled if all are, otherwise partially-completed
 * @param accepted number of files that became jobs
 * @param rejected number of files that were not taken
 * @param counts number of jobs in each state
 * @param progress percent, the mean of all jobs; a job that has ended counts as 100
 * @param jobs of each file, in the order of the request, its job in short or the problem
 * for which it has none
 */
record BatchStatusView(String batchId, String status, int accepted, int rejected, Map<String, Long> counts,
		int progress, List<Record> jobs) {

	static BatchStatusView of(Batch batch) {
		Collection<Job> jobs = batch.jobs().values();
		return new BatchStatusView(batch.batchId(), BatchState.of(jobs).code(), jobs.size(), batch.rejected().size(),
				counts(jobs), (int) jobs.stream().mapToInt(BatchStatusView::progress).average().orElse(100),
				files(batch));
	}

	private static Map<String, Long> counts(Collection<Job> jobs) {
		Map<String, Long> counts = jobs.stream()
			.collect(Collectors.groupingBy((job) -> job.state().code(), TreeMap::new, Collectors.counting()));
		for (JobState state : JobState.values()) {
			counts.putIfAbsent(state.code(), 0L);
		}
		return counts;
	}

	private static int progress(Job job) {
		return (job.finishedAt() != null) ? 100 : job.progress();
	}

	private static List<Record> files(Batch batch) {
		SortedMap<Integer, Record> files = new TreeMap<>();
		batch.jobs().forEach((position, job) -> files.put(position, JobItem.of(job)));
		batch.rejected()
			.forEach((file) -> files.put(file.position(), new RefusedFile(file.filename(), file.problem())));
		return List.copyOf(files.values());
	}

	/**
	 * A file that was not taken.
	 *
	 * @param filename display text
	 * @param problem why
	 */
	record RefusedFile(String filename, Problem problem) {
	}

}
