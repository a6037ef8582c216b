package org.imageingest.bench.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Readings from {@code /proc}.
 *
 * @see <a href="https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html">stat</a>
 * @see <a href="https://man7.org/linux/man-pages/man5/proc_pid_status.5.html">status</a>
 */
final class LinuxProcessReadings implements ProcessReadings {

	/** Clock ticks are a hundredth of a second on every architecture of today. */
	private static final long MILLIS_PER_TICK = 10;

	/** Of what follows the command's name: field 14 of the whole, counted from 1. */
	private static final int USER_TIME = 14 - 3;

	private static final int CHILDREN_SYSTEM_TIME = 17 - 3;

	private static final long BYTES_PER_KB = 1024;

	private final Path proc;

	LinuxProcessReadings(Path proc) {
		this.proc = proc;
	}

	@Override
	public Duration cpu(long pid) {
		String stat = read(pid, "stat");
		// The name stands in parentheses and may itself contain some.
		int name = stat.lastIndexOf(')');
		if (name < 0) {
			return Duration.ZERO;
		}
		String[] fields = stat.substring(name + 1).strip().split(" ", -1);
		long ticks = 0;
		for (int field = USER_TIME; field <= CHILDREN_SYSTEM_TIME; field++) {
			ticks += Long.parseLong(fields[field]);
		}
		return Duration.ofMillis(ticks * MILLIS_PER_TICK);
	}

	@Override
	public long residentBytes(long pid) {
		return bytes(pid, "VmRSS:");
	}

	@Override
	public long peakResidentBytes(long pid) {
		return bytes(pid, "VmHWM:");
	}

	private long bytes(long pid, String label) {
		return read(pid, "status").lines()
			.filter((line) -> line.startsWith(label))
			.mapToLong((line) -> Long.parseLong(line.replaceAll("\\D", "")) * BYTES_PER_KB)
			.findFirst()
			.orElse(0);
	}

	private String read(long pid, String file) {
		try {
			// A program may give itself a name that is no UTF-8.
			return Files.readString(this.proc.resolve(Long.toString(pid)).resolve(file), StandardCharsets.ISO_8859_1);
		}
		catch (IOException ex) {
			return "";
		}
	}

}
