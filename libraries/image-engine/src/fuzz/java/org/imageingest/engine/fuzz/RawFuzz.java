package org.imageingest.engine.fuzz;

import java.nio.file.Path;
import java.util.List;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The long search, see {@link EngineTarget#RAW}.
 */
class RawFuzz {

	@TempDir
	static Path directory;

	static List<byte[]> seeds() {
		return EngineSeeds.all();
	}

	@MethodSource("seeds")
	@FuzzTest(maxDuration = "5m")
	void noInputBreaksIt(byte[] input) throws Exception {
		EngineTarget.RAW.in(directory).feed(input);
	}

}
