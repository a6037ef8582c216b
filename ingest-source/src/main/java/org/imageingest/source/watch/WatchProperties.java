package org.imageingest.source.watch;

import java.time.Duration;

import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The watch for jobs that got stuck.
 *
 * @param interval pause between two looks
 * @param emptyFor how long the queue in front of a job has to have been empty before the
 * job is taken for stuck; longer than a photo may take
 * @param imageTimeLimit image.time-limit of the processors; a job that was begun is taken
 * for stuck after three times as long without an event
 * @param batch most jobs of a kind in one look
 */
@Validated
@ConfigurationProperties("ingest.watch")
public record WatchProperties(@DefaultValue("30s") Duration interval, @DefaultValue("10m") Duration emptyFor,
		@DefaultValue("2m") Duration imageTimeLimit, @Min(1) @DefaultValue("200") int batch) {

	private static final int TIME_LIMITS = 3;

	Duration silentFor() {
		return this.imageTimeLimit.multipliedBy(TIME_LIMITS);
	}

}
