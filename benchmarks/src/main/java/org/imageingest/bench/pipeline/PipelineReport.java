package org.imageingest.bench.pipeline;

import org.jspecify.annotations.Nullable;

/**
 * The figures of a run. Those of the steady phase are {@code null} where it was left out.
 *
 * @param images images made in the flood
 * @param failed uploads of the flood that became none
 * @param imagesPerMinute images a minute, from the first upload to the end of the last
 * job
 * @param acceptP50Ms median time from the begin of an upload to its answer, milliseconds
 * @param acceptP99Ms the same, 99th percentile
 * @param doneP50Ms median time from the begin of an upload to the end of its job,
 * milliseconds
 * @param doneP99Ms the same, 99th percentile
 * @param cpuMsPerImage processor time of the service for an image, milliseconds
 * @param peakRssMb most memory of the service over the whole run, units of 1,048,576
 * bytes
 * @param steadyPerMinute images a minute under steady load
 * @param steadyAcceptP99Ms as {@code acceptP99Ms}, under steady load
 * @param steadyDoneP50Ms as {@code doneP50Ms}, under steady load
 * @param steadyDoneP99Ms as {@code doneP99Ms}, under steady load
 * @param steadyCpuMsPerImage as {@code cpuMsPerImage}, under steady load
 */
record PipelineReport(int images, int failed, double imagesPerMinute, @Nullable Long acceptP50Ms,
		@Nullable Long acceptP99Ms, @Nullable Long doneP50Ms, @Nullable Long doneP99Ms, @Nullable Double cpuMsPerImage,
		long peakRssMb, @Nullable Double steadyPerMinute, @Nullable Long steadyAcceptP99Ms,
		@Nullable Long steadyDoneP50Ms, @Nullable Long steadyDoneP99Ms, @Nullable Double steadyCpuMsPerImage) {

	static PipelineReport of(PhaseResult flood, @Nullable PhaseResult steady, long peakRssMb) {
		return new PipelineReport(flood.completed(), flood.failed(), flood.perMinute(), flood.acceptMillis(50),
				flood.acceptMillis(99), flood.doneMillis(50), flood.doneMillis(99), flood.cpuMsPerImage(), peakRssMb,
				(steady != null) ? steady.perMinute() : null, (steady != null) ? steady.acceptMillis(99) : null,
				(steady != null) ? steady.doneMillis(50) : null, (steady != null) ? steady.doneMillis(99) : null,
				(steady != null) ? steady.cpuMsPerImage() : null);
	}

}
