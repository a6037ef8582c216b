package org.imageingest.bulk.reprocess;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.regex.Pattern;

import org.imageingest.bulk.item.ItemSource;
import org.imageingest.bulk.item.Shard;
import org.imageingest.bulk.parameter.GivenParameters;
import org.imageingest.store.ImageDocuments;
import org.jspecify.annotations.Nullable;

import org.springframework.batch.core.job.parameters.InvalidJobParametersException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;

/**
 * What re-processing was told.
 *
 * @param selection the images
 * @param shard the part of them to take
 * @param recipeVersion the recipe by which they are made
 * @param skipLimit images that may be skipped, over all executions, before the job fails
 * @param run number of the instance with otherwise the same parameters; 0 where the
 * launcher is to find it
 */
public record ReprocessParameters(Selection selection, Shard shard, int recipeVersion, long skipLimit, long run) {

	/** Name of the job. */
	public static final String JOB = "bulk-reprocess";

	private static final Set<String> NAMES = Set.of("prefix", "createdFrom", "createdBefore", "recipeOlderThan",
			"onlyMissing", "recipeVersion", "shard", "skipLimit", "run");

	private static final Pattern PREFIX = Pattern.compile("|i|im|img|img_[a-z2-7]*");

	/**
	 * Reads the parameters.
	 * @param parameters as the job was started with; numbers may be texts
	 * @param recipeVersion version of the recipe of this process
	 * @return what they mean
	 * @throws InvalidJobParametersException if they make no sense, in words for the
	 * operator
	 */
	public static ReprocessParameters of(JobParameters parameters, int recipeVersion)
			throws InvalidJobParametersException {
		GivenParameters given = new GivenParameters(parameters, NAMES);
		try {
			requireSameRecipe(given.number("recipeVersion", recipeVersion), recipeVersion);
			Selection selection = new Selection(prefix(given.text("prefix")), time(given, "createdFrom"),
					time(given, "createdBefore"), recipeOlderThan(given.number("recipeOlderThan", 0), recipeVersion),
					given.flag("onlyMissing"));
			return new ReprocessParameters(selection, given.shard(), recipeVersion, given.skipLimit(), given.run());
		}
		catch (IllegalArgumentException ex) {
			throw (InvalidJobParametersException) new InvalidJobParametersException(ex.getMessage()).initCause(ex);
		}
	}

	private static void requireSameRecipe(long begunBy, int now) {
		if (begunBy != now) {
			throw new IllegalArgumentException("This was begun by recipe version " + begunBy
					+ ", and image.recipe-version is " + now + " by now: start it anew");
		}
	}

	private static String prefix(String text) {
		if (!PREFIX.matcher(text).matches()) {
			throw new IllegalArgumentException("No image is named like '" + text
					+ "': names are img_ and lower-case letters or digits from 2 to 7");
		}
		return text;
	}

	/**
	 * Else what is made now would be selected again by the next run, and by all after.
	 */
	private static int recipeOlderThan(long version, int recipeVersion) {
		if (version > recipeVersion) {
			throw new IllegalArgumentException("recipeOlderThan is " + version
					+ ", and what is made now is of image.recipe-version " + recipeVersion + ": raise that first");
		}
		return (int) version;
	}

	private static @Nullable Instant time(GivenParameters given, String name) {
		String text = given.text(name);
		if (text.isEmpty()) {
			return null;
		}
		try {
			return text.contains("T") ? Instant.parse(text)
					: LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
		}
		catch (DateTimeException ex) {
			throw new IllegalArgumentException("The job parameter '" + name
					+ "' is neither a day (2026-05-01) nor a time (2026-05-01T08:00:00Z): " + text, ex);
		}
	}

	/**
	 * Returns the images that the selection is made of.
	 * @param documents their records
	 * @return the images, not looked at yet
	 */
	public ItemSource source(ImageDocuments documents) {
		return new PublishedSource(documents, this.selection.prefix());
	}

	/**
	 * Returns these parameters in the one form that tells instances apart.
	 * @param number the run
	 * @return all parameters that matter, typed
	 */
	public JobParameters toJobParameters(long number) {
		return new JobParametersBuilder().addString("prefix", this.selection.prefix())
			.addString("createdFrom", text(this.selection.createdFrom()))
			.addString("createdBefore", text(this.selection.createdBefore()))
			.addLong("recipeOlderThan", (long) this.selection.recipeOlderThan())
			.addString("onlyMissing", Boolean.toString(this.selection.onlyMissing()))
			.addLong("recipeVersion", (long) this.recipeVersion)
			.addString("shard", this.shard.toString())
			.addLong("run", number)
			.addLong(GivenParameters.SKIP_LIMIT, this.skipLimit, false)
			.toJobParameters();
	}

	private static String text(@Nullable Instant time) {
		return (time != null) ? time.toString() : "";
	}

}
