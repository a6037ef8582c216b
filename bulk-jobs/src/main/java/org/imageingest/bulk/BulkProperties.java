package org.imageingest.bulk;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.PositiveOrZero;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How bulk jobs work.
 *
 * @param chunkSize items between two commits; a stop waits for the items of one chunk,
 * and after a kill those of one chunk are looked at again
 * @param itemsInHand items worked on at a time, fetching and storing included; 0 for two
 * more than there are worker processes
 * @param maxFileSize largest photo
 * @param maxRawSize largest camera RAW
 * @param reportDirectory folder for the reports of skipped items
 * @param retry trying again what may pass
 * @param lease makes sure that an instance is worked on by one process at a time
 * @param sources what may be read
 */
@Validated
@ConfigurationProperties("bulk")
public record BulkProperties(@DefaultValue("20") @Min(1) @Max(1000) int chunkSize,
		@DefaultValue("0") @PositiveOrZero int itemsInHand, @DefaultValue("15MB") DataSize maxFileSize,
		@DefaultValue("100MB") DataSize maxRawSize, @DefaultValue("./data/reports") Path reportDirectory,
		@DefaultValue Retry retry, @DefaultValue Lease lease, @DefaultValue Sources sources) {

	/**
	 * Trying again what may pass, such as a store that does not answer.
	 *
	 * @param attempts most tries of an item in all; then the job fails and can be started
	 * again
	 * @param delay pause before the second try
	 * @param multiplier how much longer each further pause is
	 * @param maxDelay longest pause
	 */
	public record Retry(@DefaultValue("5") @Min(1) int attempts, @DefaultValue("1s") Duration delay,
			@DefaultValue("3") @Min(1) double multiplier, @DefaultValue("30s") Duration maxDelay) {
	}

	/**
	 * Makes sure that an instance is worked on by one process at a time.
	 *
	 * @param duration time after which the instance of a process that was killed may be
	 * taken over
	 * @param renewal pause between two renewals
	 */
	public record Lease(@DefaultValue("60s") Duration duration, @DefaultValue("15s") Duration renewal) {

		public Lease {
			if (renewal.multipliedBy(2).compareTo(duration) > 0) {
				throw new IllegalArgumentException(
						"bulk.lease.renewal " + renewal + " is more than half of bulk.lease.duration " + duration);
			}
		}

	}

	/**
	 * What may be read. The operator of the command line may read everything where
	 * nothing is given.
	 *
	 * @param roots folders that local sources and files of manifests must lie in; any
	 * folder where empty
	 * @param buckets buckets that may be read; any where empty
	 */
	public record Sources(@DefaultValue List<Path> roots, @DefaultValue List<String> buckets) {

		public Sources {
			roots = List.copyOf(roots);
			buckets = List.copyOf(buckets);
		}

	}

}
