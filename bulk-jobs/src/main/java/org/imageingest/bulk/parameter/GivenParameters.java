package org.imageingest.bulk.parameter;

import java.util.Set;

import org.imageingest.bulk.item.Shard;
import org.jspecify.annotations.Nullable;

import org.springframework.batch.core.job.parameters.InvalidJobParametersException;
import org.springframework.batch.core.job.parameters.JobParameter;
import org.springframework.batch.core.job.parameters.JobParameters;

/**
 * The parameters that a job was started with, all of which it has to know. Numbers and
 * switches may be texts, as a Data Flow server sends them.
 */
public final class GivenParameters {

	/** Skipped items, over all executions, before the job fails. */
	public static final String SKIP_LIMIT = "skipLimit";

	/** Skipped items that a job bears where nothing else is said. */
	public static final long DEFAULT_SKIP_LIMIT = 10_000;

	private final JobParameters parameters;

	/**
	 * Looks whether all parameters are known.
	 * @param parameters as the job was started with
	 * @param known their names; those with a dot are settings of the application
	 * @throws InvalidJobParametersException if there is another one
	 */
	public GivenParameters(JobParameters parameters, Set<String> known) throws InvalidJobParametersException {
		for (JobParameter<?> parameter : parameters) {
			if (!known.contains(parameter.name()) && !parameter.name().contains(".")) {
				throw new InvalidJobParametersException("Unknown job parameter '" + parameter.name()
						+ "'; the job knows " + known.stream().sorted().toList());
			}
		}
		this.parameters = parameters;
	}

	/**
	 * Returns a text.
	 * @param name name of the parameter
	 * @return empty where nothing is given
	 */
	public String text(String name) {
		@Nullable JobParameter<?> parameter = this.parameters.getParameter(name);
		return (parameter != null) ? String.valueOf(parameter.value()) : "";
	}

	/**
	 * Returns a number.
	 * @param name name of the parameter
	 * @param fallback what holds where nothing is given
	 * @return the number, not negative
	 * @throws IllegalArgumentException if it is none
	 */
	public long number(String name, long fallback) {
		String text = text(name);
		if (text.isEmpty()) {
			return fallback;
		}
		if (!text.matches("[0-9]{1,18}")) {
			throw new IllegalArgumentException("The job parameter '" + name + "' is no number: " + text);
		}
		return Long.parseLong(text);
	}

	/**
	 * Returns a switch.
	 * @param name name of the parameter
	 * @return false where nothing is given
	 * @throws IllegalArgumentException if it is neither true nor false
	 */
	public boolean flag(String name) {
		String text = text(name);
		if (!text.matches("true|false|")) {
			throw new IllegalArgumentException("The job parameter '" + name + "' is neither true nor false: " + text);
		}
		return Boolean.parseBoolean(text);
	}

	/**
	 * Returns the part that is to be taken.
	 * @return all of it where nothing is given
	 * @throws IllegalArgumentException if there is no such part
	 */
	public Shard shard() {
		String text = text("shard");
		return text.isEmpty() ? Shard.WHOLE : Shard.parse(text);
	}

	/**
	 * Returns how many items may be skipped.
	 * @return the limit, over all executions of an instance
	 * @throws IllegalArgumentException if it is no number
	 */
	public long skipLimit() {
		return number(SKIP_LIMIT, DEFAULT_SKIP_LIMIT);
	}

	/**
	 * Returns the number of the instance with otherwise the same parameters.
	 * @return 0 where the launcher is to find it
	 * @throws IllegalArgumentException if it is no number
	 */
	public long run() {
		return number("run", 0);
	}

}
