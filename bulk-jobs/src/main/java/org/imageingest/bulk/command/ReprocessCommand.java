package org.imageingest.bulk.command;

import java.util.concurrent.Callable;

import org.imageingest.bulk.parameter.GivenParameters;
import org.imageingest.bulk.reprocess.ReprocessParameters;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

import org.springframework.batch.core.job.parameters.JobParametersBuilder;

/**
 * {@code reprocess}.
 */
@Command(name = "reprocess", mixinStandardHelpOptions = true, sortOptions = false,
		description = { "Makes the variants of published images anew, from their originals.",
				"All images, unless options select some; several options select what all of them do." })
@SuppressWarnings("NullAway.Init") // fields are set by picocli
final class ReprocessCommand implements Callable<Integer> {

	@ParentCommand
	private BulkCommand parent;

	@Option(names = "--only-missing",
			description = "makes only the variants of the recipe that an image lacks, or that are gone from the store")
	private boolean onlyMissing;

	@Option(names = "--recipe-older-than", paramLabel = "V", defaultValue = "0",
			description = "images made by a recipe version below V")
	private long recipeOlderThan;

	@Option(names = "--prefix", paramLabel = "PREFIX", defaultValue = "",
			description = "images whose names begin so, for example img_a")
	private String prefix;

	@Option(names = "--created-from", paramLabel = "TIME", defaultValue = "",
			description = "images published then or later: 2026-05-01 (midnight, UTC) or 2026-05-01T08:00:00Z")
	private String createdFrom;

	@Option(names = "--created-before", paramLabel = "TIME", defaultValue = "",
			description = "images published earlier than that")
	private String createdBefore;

	@Option(names = "--shard", paramLabel = "I/N", defaultValue = "1/1",
			description = "takes the I-th of N parts, so that N machines share the images")
	private String shard;

	@Option(names = "--skip-limit", paramLabel = "N", defaultValue = "" + GivenParameters.DEFAULT_SKIP_LIMIT,
			description = "images that may be skipped before the job fails (default: ${DEFAULT-VALUE})")
	private long skipLimit;

	@Option(names = "--run", paramLabel = "N", description = "number of the run, where it is not to be found out")
	private @Nullable Long run;

	@Override
	public Integer call() {
		JobParametersBuilder parameters = new JobParametersBuilder()
			.addString("onlyMissing", Boolean.toString(this.onlyMissing))
			.addLong("recipeOlderThan", this.recipeOlderThan)
			.addString("prefix", this.prefix)
			.addString("createdFrom", this.createdFrom)
			.addString("createdBefore", this.createdBefore)
			.addString("shard", this.shard)
			.addLong(GivenParameters.SKIP_LIMIT, this.skipLimit);
		if (this.run != null) {
			parameters.addLong("run", this.run);
		}
		return this.parent.perform(new JobAssignment(ReprocessParameters.JOB, parameters.toJobParameters()), true);
	}

}
