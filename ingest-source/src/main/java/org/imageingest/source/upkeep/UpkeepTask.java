package org.imageingest.source.upkeep;

import java.util.Locale;

/**
 * What is done by one instance at a time.
 */
public enum UpkeepTask {

	/** Looks for jobs that got stuck. */
	WATCH,

	/** Looks for staged bytes that nobody needs. */
	STAGING_SWEEP,

	/** Looks for published objects that no document names. */
	IMAGE_SWEEP;

	String code() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
