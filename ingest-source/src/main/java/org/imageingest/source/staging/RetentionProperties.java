package org.imageingest.source.staging;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long failures can be mended.
 *
 * @param deadLetterRetention how long the staged bytes of a failed job that may be sent
 * again are kept, and parked messages with them
 */
@ConfigurationProperties("ingest")
public record RetentionProperties(@DefaultValue("14d") Duration deadLetterRetention) {
}
