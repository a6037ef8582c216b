package org.imageingest.bench.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import com.sun.management.OperatingSystemMXBean;

/**
 * A program that holds memory, takes processor time, has children, and tells what it
 * took, as it is bidden on standard input.
 */
public final class BusyProgram {

	private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

	private byte[] held = {};

	private BusyProgram() {
	}

	public static void main(String[] arguments) throws Exception {
		BusyProgram program = new BusyProgram();
		BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
		for (String order = orders.readLine(); order != null; order = orders.readLine()) {
			String[] words = order.split(" ");
			System.out.println(program.obey(words[0], (words.length > 1) ? Integer.parseInt(words[1]) : 0));
		}
	}

	static Process start() throws IOException {
		return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m", "-cp",
				System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
				BusyProgram.class.getName())
			.redirectError(ProcessBuilder.Redirect.INHERIT)
			.start();
	}

	private long obey(String order, int amount) throws Exception {
		return switch (order) {
			case "hold" -> hold(amount);
			case "burn" -> burn(amount);
			case "child" -> child(amount);
			case "cpu" -> cpuMillis();
			default -> throw new IllegalArgumentException(order);
		};
	}

	/** Touches each page: memory that was never written to is not resident. */
	private long hold(int megabytes) {
		this.held = new byte[megabytes << 20];
		for (int i = 0; i < this.held.length; i += 1024) {
			this.held[i] = 1;
		}
		return this.held.length;
	}

	private long burn(int millis) {
		long end = cpuMillis() + millis;
		while (cpuMillis() < end) {
			Thread.onSpinWait();
		}
		return cpuMillis();
	}

	/** A child that burns and ends, and is waited for. */
	private static long child(int millis) throws Exception {
		Process child = start();
		try (Writer orders = child.outputWriter(); BufferedReader answers = child.inputReader()) {
			orders.write("burn " + millis + "\n");
			orders.flush();
			answers.readLine();
		}
		return child.waitFor();
	}

	private long cpuMillis() {
		return this.system.getProcessCpuTime() / 1_000_000;
	}

}
