package org.imageingest.engine.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads how much memory a process has, where the system tells: proc_pid_status(5).
 */
final class ResidentMemory {

	private static final Logger logger = LoggerFactory.getLogger(ResidentMemory.class);

	private static final String LINE = "VmRSS:";

	private static final long KIB = 1024;

	private ResidentMemory() {
	}

	/**
	 * Reads the resident memory of a process.
	 * @param pid the process
	 * @return bytes; 0 where it is not told
	 */
	static long of(long pid) {
		try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
			return lines.filter((line) -> line.startsWith(LINE))
				.mapToLong((line) -> KIB * Long.parseLong(line.replaceAll("\\D", "")))
				.findFirst()
				.orElse(0);
		}
		catch (IOException | UncheckedIOException ex) {
			// Not Linux, or it ended just now.
			logger.debug("Memory of process {} cannot be read", pid, ex);
			return 0;
		}
	}

}
