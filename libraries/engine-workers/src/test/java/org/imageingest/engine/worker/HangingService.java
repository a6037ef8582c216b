package org.imageingest.engine.worker;

import java.nio.file.Path;
import java.time.Duration;

/**
 * A service that hands out a photo in which its worker hangs.
 */
final class HangingService {

	private HangingService() {
	}

	public static void main(String[] args) throws Exception {
		TestRun run = new TestRun(Path.of(args[0]), 2, Duration.ofMinutes(10));
		run.process("hang");
	}

}
