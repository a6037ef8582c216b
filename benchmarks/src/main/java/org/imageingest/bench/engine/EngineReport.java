package org.imageingest.bench.engine;

import org.jspecify.annotations.Nullable;

/**
 * The figures of a run.
 *
 * @param engine name of the engine
 * @param images photos in the measured passes, each as often as it was worked on
 * @param workers photos worked on at a time
 * @param method effort for WebP
 * @param cpuMsPerImage processor time of all processes for a photo, milliseconds
 * @param wallMsPerImage time of the measured passes for a photo, milliseconds
 * @param latencyP50Ms median time from the call of the engine to its answer, milliseconds
 * @param peakRssMb most memory of all processes over the whole run, units of 1,048,576
 * bytes
 * @param bytesPerImage mean size of all variants of a photo, bytes
 */
record EngineReport(String engine, int images, int workers, int method, @Nullable Double cpuMsPerImage,
		@Nullable Double wallMsPerImage, @Nullable Long latencyP50Ms, long peakRssMb, long bytesPerImage) {
}
