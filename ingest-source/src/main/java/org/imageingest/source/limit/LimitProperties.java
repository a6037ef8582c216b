package org.imageingest.source.limit;

import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much one owner may ask of the service.
 *
 * @param uploadsPerMinute most photos of one owner in a minute, counted by each instance
 * for itself; 0 for no limit
 * @param jobsInFlight most unfinished jobs of one owner over all instances; 0 for no
 * limit
 */
@Validated
@ConfigurationProperties("ingest.limits")
public record LimitProperties(@Min(0) @DefaultValue("6000") int uploadsPerMinute,
		@Min(0) @DefaultValue("10000") int jobsInFlight) {
}
