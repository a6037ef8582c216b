package org.imageingest.engine.worker;

import java.nio.file.Path;
import java.util.List;

import org.imageingest.engine.EngineChoice;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WorkerCommandTests {

	private static final Path DIRECTORY = Path.of("work").toAbsolutePath();

	@Test
	void pixelsInTheHeapAreNeverUnderACollectorThatJavasJpegDecoderCanFreeze() {
		assertThat(command(EngineChoice.PORTABLE)).contains("-XX:+UseG1GC")
			.doesNotContain("-XX:+UseSerialGC", "-XX:+UseParallelGC");
	}

	@Test
	void heapIsTheConfiguredPartOfTheMemory() {
		assertThat(command(EngineChoice.PORTABLE)).contains("-Xmx" + WorkerOptions.standard().heapBytes());
	}

	@Test
	void temporaryFilesAndCrashesStayInTheWorkersOwnFolder() {
		assertThat(command(EngineChoice.PORTABLE)).contains("-Djava.io.tmpdir=" + DIRECTORY,
				"-XX:ErrorFile=" + DIRECTORY.resolve("crash.log"));
	}

	private static List<String> command(EngineChoice engine) {
		WorkerOptions standard = WorkerOptions.standard();
		WorkerOptions options = new WorkerOptions(engine, 1, standard.memoryBytes(), standard.photosPerWorker(),
				standard.timeLimit());
		return new WorkerCommand(DeadWorker.class, WorkerClassPath.ofThisProcess(), options).in(DIRECTORY, false)
			.command();
	}

}
