package org.imageingest.bulk.imports;

import java.util.List;
import java.util.Set;

import org.imageingest.bulk.item.Shard;
import org.imageingest.bulk.parameter.GivenParameters;
import org.imageingest.model.message.Tags;
import org.imageingest.model.problem.ProblemException;

import org.springframework.batch.core.job.parameters.InvalidJobParametersException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.job.parameters.JobParametersValidator;

/**
 * What an import was told.
 *
 * @param source folder, bucket or manifest
 * @param owner owner of items that name none; may be empty
 * @param tags tags of all items
 * @param shard the part of the source to take
 * @param keepLocation whether the owners want the positions of all items kept
 * @param skipLimit items that may be skipped, over all executions, before the job fails
 * @param run number of the instance with otherwise the same parameters; 0 where the
 * launcher is to find it
 */
public record ImportParameters(String source, String owner, List<String> tags, Shard shard, boolean keepLocation,
		long skipLimit, long run) {

	/** Name of the job. */
	public static final String JOB = "bulk-import";

	private static final Set<String> NAMES = Set.of("source", "owner", "tags", "shard", "keepLocation", "skipLimit",
			"run");

	private static final int MAX_OWNER_LENGTH = 255;

	/**
	 * Reads the parameters.
	 * @param parameters as the job was started with; numbers may be texts
	 * @return what they mean
	 * @throws InvalidJobParametersException if they make no import, in words for the
	 * operator
	 */
	public static ImportParameters of(JobParameters parameters) throws InvalidJobParametersException {
		GivenParameters given = new GivenParameters(parameters, NAMES);
		String source = given.text("source");
		if (source.isBlank()) {
			throw new InvalidJobParametersException(
					"The job parameter 'source' is missing: a folder, s3://BUCKET/PREFIX, or a .csv or .jsonl file");
		}
		String owner = given.text("owner");
		if (owner.length() > MAX_OWNER_LENGTH) {
			throw new InvalidJobParametersException(
					"The owner has " + owner.length() + " characters, the limit is " + MAX_OWNER_LENGTH);
		}
		if (owner.isBlank() && !isManifest(source)) {
			throw new InvalidJobParametersException(
					"The job parameter 'owner' is missing: whose photos are these? Only a manifest may name owners");
		}
		try {
			return new ImportParameters(source, owner, Tags.parse(given.text("tags")), given.shard(),
					given.flag("keepLocation"), given.skipLimit(), given.run());
		}
		catch (IllegalArgumentException | ProblemException ex) {
			throw (InvalidJobParametersException) new InvalidJobParametersException(ex.getMessage()).initCause(ex);
		}
	}

	/**
	 * Makes the check of parameters before a job is started.
	 * @param allowLocationOptIn whether positions may be kept
	 * @return refuses what makes no import, and what is not allowed
	 */
	static JobParametersValidator validator(boolean allowLocationOptIn) {
		return (parameters) -> {
			if (of(parameters).keepLocation() && !allowLocationOptIn) {
				throw new InvalidJobParametersException("The job parameter 'keepLocation' is true, but locations are"
						+ " kept only where image.metadata.allow-location-opt-in is set");
			}
		};
	}

	private static boolean isManifest(String source) {
		return source.matches("(?i).*\\.(csv|jsonl)");
	}

	/**
	 * Returns these parameters in the one form that tells instances apart.
	 * @param canonicalSource the source, the same from wherever it is named
	 * @param number the run
	 * @return all parameters that matter, typed
	 */
	public JobParameters toJobParameters(String canonicalSource, long number) {
		JobParametersBuilder parameters = new JobParametersBuilder().addString("source", canonicalSource)
			.addString("owner", this.owner)
			.addString("tags", String.join(",", this.tags.stream().sorted().toList()))
			.addString("shard", this.shard.toString())
			.addLong("run", number)
			.addLong(GivenParameters.SKIP_LIMIT, this.skipLimit, false);
		if (this.keepLocation) {
			// Only then, so that instances from before there was a choice are still found
			parameters.addString("keepLocation", "true");
		}
		return parameters.toJobParameters();
	}

}
