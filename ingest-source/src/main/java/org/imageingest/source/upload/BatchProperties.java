package org.imageingest.source.upload;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How many photos are taken in one request.
 *
 * @param maxFiles most photos in one request
 * @param maxRequestSize largest request of several photos
 * @param stagingAtOnce photos of one request that are on their way to the object store
 * while the next one is read; so many, and one more, lie on the disk at a time
 */
@Validated
@ConfigurationProperties("ingest.batch")
public record BatchProperties(@Min(1) @Max(1000) @DefaultValue("100") int maxFiles,
		@DefaultValue("512MB") DataSize maxRequestSize, @Min(1) @Max(64) @DefaultValue("4") int stagingAtOnce) {
}
