package org.imageingest.bench.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Readings for systems without {@code /proc}. Children that have ended are not counted,
 * and the peak is not told.
 */
final class PortableProcessReadings implements ProcessReadings {

	private static final long BYTES_PER_KB = 1024;

	@Override
	public Duration cpu(long pid) {
		return ProcessHandle.of(pid).flatMap((process) -> process.info().totalCpuDuration()).orElse(Duration.ZERO);
	}

	@Override
	public long residentBytes(long pid) {
		try {
			Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid))
				.redirectError(ProcessBuilder.Redirect.DISCARD)
				.start();
			String answer = new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
			return answer.matches("\\d+") ? Long.parseLong(answer) * BYTES_PER_KB : 0;
		}
		catch (IOException ex) {
			return 0;
		}
	}

	@Override
	public long peakResidentBytes(long pid) {
		return 0;
	}

}
