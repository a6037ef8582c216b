package org.imageingest.source.sweep;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Search for objects that nobody needs: staged bytes that no job claims, which are left
 * when the process dies between staging a photo and committing its job, and published
 * objects that no document names, which are left when a publisher dies.
 *
 * @param interval pause between two searches of the staged bytes
 * @param imageInterval pause between two searches of the published objects, each of which
 * reads the document of every image
 * @param orphanAge age from which an object that nobody claims is removed
 * @param soleWriter true where no other instance writes to the bucket, so that whatever
 * was staged before this start and has no job is an orphan at once
 * @param batch objects looked at in one step
 * @param step pause between two steps; with the batch it says how fast a search goes on
 */
@Validated
@ConfigurationProperties("ingest.sweep")
public record SweepProperties(@DefaultValue("1h") Duration interval, @DefaultValue("24h") Duration imageInterval,
		@DefaultValue("24h") Duration orphanAge, @DefaultValue("false") boolean soleWriter,
		@Min(1) @Max(1000) @DefaultValue("500") int batch, @DefaultValue("1s") Duration step) {
}
