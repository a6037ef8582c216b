package org.imageingest.bulk.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;

import org.imageingest.bulk.imports.ImportParameters;
import org.imageingest.bulk.parameter.GivenParameters;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

import org.springframework.batch.core.job.parameters.JobParametersBuilder;

/**
 * {@code import SOURCE}.
 */
@Command(name = "import", mixinStandardHelpOptions = true,
		description = { "Imports the photos of a folder, a bucket or a manifest.",
				"A manifest is a .csv file with the columns uri, owner and tags, or a .jsonl file with such objects." })
@SuppressWarnings("NullAway.Init") // fields are set by picocli
final class ImportCommand implements Callable<Integer> {

	@ParentCommand
	private BulkCommand parent;

	@Parameters(paramLabel = "SOURCE", description = "a folder, s3://BUCKET/PREFIX, or a .csv or .jsonl file")
	private String source;

	@Option(names = "--owner", paramLabel = "NAME", defaultValue = "",
			description = "whose photos these are: the subject of the owner's tokens; lines of a manifest may name others")
	private String owner;

	@Option(names = "--tags", paramLabel = "TAG,TAG...", defaultValue = "", description = "tags of all photos")
	private String tags;

	@Option(names = "--shard", paramLabel = "I/N", defaultValue = "1/1",
			description = "takes the I-th of N parts, so that N machines share the source")
	private String shard;

	@Option(names = "--keep-location",
			description = "keeps where the photos were taken; only where image.metadata.allow-location-opt-in is set")
	private boolean keepLocation;

	@Option(names = "--skip-limit", paramLabel = "N", defaultValue = "" + GivenParameters.DEFAULT_SKIP_LIMIT,
			description = "photos that may be skipped before the job fails (default: ${DEFAULT-VALUE})")
	private long skipLimit;

	@Option(names = "--run", paramLabel = "N", description = "number of the run, where it is not to be found out")
	private @Nullable Long run;

	@Override
	public Integer call() {
		JobParametersBuilder parameters = new JobParametersBuilder().addString("source", absolute(this.source))
			.addString("owner", this.owner)
			.addString("tags", this.tags)
			.addString("shard", this.shard)
			.addString("keepLocation", Boolean.toString(this.keepLocation))
			.addLong("skipLimit", this.skipLimit);
		if (this.run != null) {
			parameters.addLong("run", this.run);
		}
		return this.parent.perform(new JobAssignment(ImportParameters.JOB, parameters.toJobParameters()), true);
	}

	private static String absolute(String source) {
		return source.matches("[A-Za-z][A-Za-z0-9+.-]+:.*") ? source : Path.of(source).toAbsolutePath().toString();
	}

}
