package org.imageingest.source.progress;

import java.time.Duration;

import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How changes of jobs are told to those who follow them.
 *
 * @param interval pause between two looks for changes while somebody follows
 * @param idleInterval pause between two numberings of changes while nobody follows
 * @param ping silence after which a comment is sent, so that nobody in between takes the
 * stream for dead
 * @param reconnect pause that clients are asked to make before they connect again
 * @param patience longest time that a client may take to read what waits for it before
 * its stream is closed
 * @param maxStreams most open streams on an instance
 * @param maxStreamsPerOwner most open streams of an owner on an instance
 * @param maxWaiting most jobs told of at once; whoever missed more is asked to list anew
 */
@Validated
@ConfigurationProperties("ingest.progress")
record ProgressProperties(@DefaultValue("500ms") Duration interval, @DefaultValue("10s") Duration idleInterval,
		@DefaultValue("15s") Duration ping, @DefaultValue("2s") Duration reconnect,
		@DefaultValue("30s") Duration patience, @Min(1) @DefaultValue("20") int maxStreamsPerOwner,
		@Min(1) @DefaultValue("2000") int maxStreams, @Min(1) @DefaultValue("1000") int maxWaiting) {
}
