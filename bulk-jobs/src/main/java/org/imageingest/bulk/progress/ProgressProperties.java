package org.imageingest.bulk.progress;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * How progress is told.
 *
 * @param every pause between two lines about the progress
 * @param bar whether a bar is drawn instead of lines
 */
@ConfigurationProperties("bulk.progress")
public record ProgressProperties(@DefaultValue("10s") Duration every, @DefaultValue("auto") Bar bar) {

	public ProgressProperties {
		Assert.isTrue(every.isPositive(), () -> "bulk.progress.every " + every + " is no pause");
	}

	/** When a bar is drawn. */
	public enum Bar {

		/** On a terminal, not into a file or a pipe. */
		AUTO,

		/** Wherever standard output leads. */
		ALWAYS,

		/** Lines only. */
		NEVER

	}

}
