package org.imageingest.engine.vips;

import java.nio.file.Path;
import java.util.List;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.imageingest.engine.fuzz.EngineSeeds;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The long search, see {@link HeifMirrorTarget}.
 */
class HeifMirrorFuzz {

	@TempDir
	static Path directory;

	static List<byte[]> seeds() {
		return EngineSeeds.all();
	}

	@MethodSource("seeds")
	@FuzzTest(maxDuration = "5m")
	void noInputBreaksIt(byte[] input) throws Exception {
		HeifMirrorTarget.in(directory).feed(input);
	}

}
