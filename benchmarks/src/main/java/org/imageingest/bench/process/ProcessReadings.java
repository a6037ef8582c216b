package org.imageingest.bench.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What the system tells of one process. A process that has ended reads as zero.
 */
public interface ProcessReadings {

	/**
	 * Returns the processor time taken so far.
	 * @param pid the process
	 * @return user and system time; where the system tells it, with that of its children
	 * that have ended and were waited for
	 */
	Duration cpu(long pid);

	/**
	 * Returns the memory that is held now.
	 * @param pid the process
	 * @return resident set size in bytes
	 */
	long residentBytes(long pid);

	/**
	 * Returns the most memory that was ever held.
	 * @param pid the process
	 * @return bytes, 0 where the system does not tell
	 */
	long peakResidentBytes(long pid);

	/**
	 * Returns the readings for this system.
	 * @return from {@code /proc} where there is one, else with the means of the JDK and
	 * {@code ps}
	 */
	static ProcessReadings ofThisSystem() {
		Path proc = Path.of("/proc");
		return Files.isReadable(proc.resolve("self/stat")) ? new LinuxProcessReadings(proc)
				: new PortableProcessReadings();
	}

}
