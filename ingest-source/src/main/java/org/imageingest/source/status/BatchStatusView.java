package org.imageingest.source.status;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.imageingest.model.problem.Problem;
import org.imageingest.source.job.Batch;
import org.imageingest.source.job.Job;
import org.imageingest.source.job.JobState;
import org.imageingest.source.job.RejectedFile;
import org.jspecify.annotations.Nullable;

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
 * @param jobs what became of each file, in the order of the request
 */
record BatchStatusView(String batchId, String status, int accepted, int rejected, Map<String, Long> counts,
		int progress, List<FileView> jobs) {

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

	private static List<FileView> files(Batch batch) {
		SortedMap<Integer, FileView> files = new TreeMap<>();
		batch.jobs().forEach((position, job) -> files.put(position, FileView.of(job)));
		batch.rejected().forEach((file) -> files.put(file.position(), FileView.of(file)));
		return List.copyOf(files.values());
	}

	/**
	 * A file of the batch: its job, or the problem for which it has none.
	 *
	 * @param filename display text
	 * @param problem why it was not taken
	 * @param jobId name of the job
	 * @param status processing, completed, failed, cancelling or cancelled
	 * @param progress percent, 0 to 100
	 * @param stage last stage reached
	 * @param bytes size of the uploaded file
	 * @param acceptedAt when it was accepted
	 * @param finishedAt when it ended
	 * @param imageId name of the image, once completed
	 * @param error why the job failed
	 * @param retryable whether a failed job may be sent again
	 * @param detail why it was cancelled
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record FileView(String filename, @Nullable Problem problem, @Nullable String jobId, @Nullable String status,
			@Nullable Integer progress, @Nullable String stage, @Nullable Long bytes, @Nullable Instant acceptedAt,
			@Nullable Instant finishedAt, @Nullable String imageId, @Nullable Problem error,
			@Nullable Boolean retryable, @Nullable String detail) {

		private static FileView of(Job job) {
			boolean failed = job.state() == JobState.FAILED;
			return new FileView(job.filename(), null, job.jobId(), job.state().code(), job.progress(),
					job.stage().code(), job.original().bytes(), job.acceptedAt(), job.finishedAt(),
					(job.state() == JobState.COMPLETED) ? job.imageId() : null, failed ? job.problem() : null,
					failed ? job.retryable() : null, job.detail());
		}

		private static FileView of(RejectedFile file) {
			return new FileView(file.filename(), file.problem(), null, null, null, null, null, null, null, null, null,
					null, null);
		}

	}

}
