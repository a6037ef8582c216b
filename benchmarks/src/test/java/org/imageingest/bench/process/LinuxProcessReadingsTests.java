package org.imageingest.bench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class LinuxProcessReadingsTests {

	@TempDir
	private Path proc;

	private ProcessReadings readings;

	@BeforeEach
	void writeProcess() throws IOException {
		this.readings = new LinuxProcessReadings(this.proc);
		Path process = Files.createDirectory(this.proc.resolve("42"));
		Files.writeString(process.resolve("stat"),
				"42 (a ) (b) c) S 1 42 42 0 -1 4194560 1 2 3 4 1000 200 30 4 20 0 1 0 12345 999 888\n");
		Files.writeString(process.resolve("status"),
				"Name:\ta\nVmPeak:\t  900000 kB\nVmHWM:\t  300000 kB\nVmRSS:\t  200000 kB\nThreads:\t1\n");
	}

	@Test
	void timeOfEndedChildrenIsCountedWhateverTheProgramIsCalled() {
		assertThat(this.readings.cpu(42)).isEqualTo(Duration.ofMillis(12_340));
	}

	@Test
	void memoryIsReadInKilobytes() {
		assertThat(this.readings.residentBytes(42)).isEqualTo(200_000L * 1024);
		assertThat(this.readings.peakResidentBytes(42)).isEqualTo(300_000L * 1024);
	}

	@Test
	void processThatIsGoneReadsAsZero() {
		assertThat(this.readings.cpu(43)).isZero();
		assertThat(this.readings.residentBytes(43)).isZero();
		assertThat(this.readings.peakResidentBytes(43)).isZero();
	}

}
