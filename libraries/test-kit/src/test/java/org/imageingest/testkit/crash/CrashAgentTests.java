package org.imageingest.testkit.crash;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.imageingest.processor.StagedPhotos;
import org.imageingest.testkit.process.JavaCommand;
import org.imageingest.testkit.process.JavaProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A program of the test's own, with a class of the name that a point has.
 */
class CrashAgentTests {

	@TempDir
	Path folder;

	@Test
	void aProcessDiesAtTheGivenPassOfItsPointAndNothingRunsAfterIt() throws Exception {
		try (JavaProcess process = start(CrashPoint.PHOTO_FETCHED, 2)) {
			assertThat(process.awaitExit()).isEqualTo(Crash.EXIT_CODE);
			assertThat(process.log()).contains("inside 1", "outside 1", "inside 2", "Crash point PHOTO_FETCHED")
				.doesNotContain("outside 2", "hook");
		}
	}

	@Test
	void aPointMayLieBeforeItsMethod() throws Exception {
		try (JavaProcess process = start(CrashPoint.VARIANTS_MADE, 1)) {
			assertThat(process.awaitExit()).isEqualTo(Crash.EXIT_CODE);
			assertThat(process.log()).contains("outside 3").doesNotContain("upload");
		}
	}

	@Test
	void aProcessThatDoesNotComeByLives() throws Exception {
		try (JavaProcess process = start(CrashPoint.COPIED, 1)) {
			assertThat(process.awaitExit()).isZero();
			assertThat(process.log()).contains("upload", "hook");
		}
	}

	private JavaProcess start(CrashPoint point, int passes) throws IOException {
		CrashSwitch order = CrashSwitch.in(this.folder);
		order.arm(point, passes);
		return JavaCommand.mainClass(Program.class.getName()).options(order.option()).start("crash-agent-" + point);
	}

	/** Passes some points. */
	static final class Program {

		private Program() {
		}

		public static void main(String[] arguments) {
			Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("hook")));
			for (int i = 1; i <= 3; i++) {
				System.out.println("outside " + i + StagedPhotos.download(i).orElse(""));
			}
			StagedPhotos.upload("job", "run", List.of());
		}

	}

}
