package org.imageingest.source.upload;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.imageingest.model.problem.Problem;
import org.imageingest.model.problem.ProblemType;
import org.imageingest.source.job.JobState;
import org.imageingest.source.job.NewBatch;
import org.imageingest.source.job.RejectedFile;
import org.jspecify.annotations.Nullable;

/**
 * Answer to an accepted batch.
 *
 * @param batchId where to ask for it
 * @param accepted number of files that became jobs
 * @param rejected number of files that were not taken
 * @param jobs what became of each file, in the order of the request
 */
record BatchAnswer(String batchId, int accepted, int rejected, List<FileAnswer> jobs) {

	static BatchAnswer of(NewBatch batch) {
		return new BatchAnswer(batch.batchId(), batch.jobs().size(), batch.rejected().size(), files(batch));
	}

	private static List<FileAnswer> files(NewBatch batch) {
		SortedMap<Integer, FileAnswer> files = new TreeMap<>();
		batch.jobs()
			.forEach((position, job) -> files.put(position,
					new FileAnswer(job.filename(), job.jobId(), JobState.PROCESSING.code(), null)));
		batch.rejected().forEach((file) -> files.put(file.position(), FileAnswer.of(file)));
		return List.copyOf(files.values());
	}

	/**
	 * What became of a file.
	 *
	 * @param filename display text
	 * @param jobId where to ask for it, if it was taken
	 * @param status {@code processing}, if it was taken
	 * @param problem why it was not taken
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record FileAnswer(String filename, @Nullable String jobId, @Nullable String status, @Nullable Problem problem) {

		private static FileAnswer of(RejectedFile file) {
			return new FileAnswer(file.filename(), null, null, file.problem());
		}

	}

	/**
	 * Answer to a batch of which no file can be taken.
	 *
	 * @param problem the problem of the whole
	 * @param jobs what is wrong with each file, in the order of the request
	 */
	record NoneAccepted(@JsonUnwrapped Problem problem, List<FileAnswer> jobs) {

		static NoneAccepted of(List<RejectedFile> rejected, String path) {
			return new NoneAccepted(Problem
				.of(ProblemType.NO_FILE_ACCEPTED,
						"None of the " + rejected.size() + " files can be taken; 'jobs' tells why")
				.at(path), rejected.stream().map(FileAnswer::of).toList());
		}

	}

}
