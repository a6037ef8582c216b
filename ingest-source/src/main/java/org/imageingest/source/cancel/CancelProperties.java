package org.imageingest.source.cancel;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Cancelling of jobs.
 *
 * @param interval pause between two looks for cancellations that are not finished
 * @param answerLimit longest wait for the pipeline to tell that it stopped; then a job
 * that is being cancelled ends without it
 */
@ConfigurationProperties("ingest.cancel")
public record CancelProperties(@DefaultValue("1s") Duration interval, @DefaultValue("10m") Duration answerLimit) {
}
