package org.imageingest.bench.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Against programs that tell themselves what they took.
 */
class ProcessTreeTests {

	/** Systems count in ticks, and a program does not see its own last moments. */
	private static final Duration INEXACT = Duration.ofMillis(100);

	private static final long MEGABYTE = 1 << 20;

	private Process program;

	private Writer orders;

	private BufferedReader answers;

	@BeforeEach
	void start() throws IOException {
		this.program = BusyProgram.start();
		this.orders = this.program.outputWriter();
		this.answers = this.program.inputReader();
	}

	@AfterEach
	void stop() throws InterruptedException {
		this.program.destroyForcibly().waitFor();
	}

	@Test
	void processorTimeIsWhatTheProgramItselfSees() throws IOException {
		Duration least = Duration.ofMillis(bid("burn 500"));
		Duration read = tree(ProcessReadings.ofThisSystem()).cpu();
		Duration most = Duration.ofMillis(bid("cpu"));
		assertThat(read).isBetween(least.minus(INEXACT), most.plus(INEXACT));
	}

	@Test
	void processorTimeIsReadWithTheMeansOfTheJdkToo() throws IOException {
		Duration least = Duration.ofMillis(bid("burn 500"));
		Duration read = tree(new PortableProcessReadings()).cpu();
		Duration most = Duration.ofMillis(bid("cpu"));
		assertThat(read).isBetween(least.minus(INEXACT), most.plus(INEXACT));
	}

	@Test
	@EnabledOnOs(OS.LINUX)
	void childrenThatHaveEndedAreCounted() throws IOException {
		bid("child 500");
		Duration own = Duration.ofMillis(bid("cpu"));
		assertThat(tree(ProcessReadings.ofThisSystem()).cpu()).isGreaterThan(own.plusMillis(400));
	}

	@Test
	void descendantsAreCounted() throws IOException {
		Duration burnt = Duration.ofMillis(bid("burn 500"));
		bid("hold 64");
		ProcessTree ancestors = new ProcessTree(List.of(ProcessHandle.current().pid()), ProcessReadings.ofThisSystem());
		assertThat(ancestors.cpu()).isGreaterThan(burnt);
		assertThat(ancestors.residentBytes())
			.isGreaterThan(tree(ProcessReadings.ofThisSystem()).residentBytes() + MEGABYTE);
	}

	@Test
	void memoryIsWhatTheProgramHolds() throws IOException {
		ProcessTree tree = tree(ProcessReadings.ofThisSystem());
		bid("cpu");
		long before = tree.residentBytes();
		bid("hold 128");
		assertThat(tree.residentBytes() - before).isBetween(120 * MEGABYTE, 200 * MEGABYTE);
	}

	@Test
	void memoryIsReadWithPsToo() throws IOException {
		assumeTrue(Files.isExecutable(Path.of("/bin/ps")), "no ps here");
		bid("hold 128");
		assertThat(tree(new PortableProcessReadings()).residentBytes()).isGreaterThan(128 * MEGABYTE);
	}

	@Test
	void peakIsKept() throws IOException {
		try (PeakMemory memory = PeakMemory.watch(tree(ProcessReadings.ofThisSystem()))) {
			bid("hold 128");
			long peak = memory.bytes();
			assertThat(peak).isGreaterThan(128 * MEGABYTE);
			this.program.destroyForcibly().onExit().join();
			assertThat(memory.bytes()).isGreaterThanOrEqualTo(peak);
		}
	}

	@Test
	void processThatHasEndedTakesNothing() throws IOException {
		ProcessTree tree = tree(ProcessReadings.ofThisSystem());
		assertThat(tree.isAlive()).isTrue();
		this.program.destroyForcibly().onExit().join();
		assertThat(tree.isAlive()).isFalse();
		assertThat(tree.cpu()).isZero();
		assertThat(tree.residentBytes()).isZero();
		assertThat(tree.largestPeakBytes()).isZero();
	}

	private long bid(String order) throws IOException {
		this.orders.write(order + "\n");
		this.orders.flush();
		return Long.parseLong(this.answers.readLine());
	}

	private ProcessTree tree(ProcessReadings readings) {
		return new ProcessTree(List.of(this.program.pid()), readings);
	}

}
