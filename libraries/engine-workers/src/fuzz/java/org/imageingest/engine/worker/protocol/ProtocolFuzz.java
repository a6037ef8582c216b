package org.imageingest.engine.worker.protocol;

import java.util.List;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The long search, see {@link ProtocolTarget}.
 */
class ProtocolFuzz {

	static List<byte[]> seeds() {
		return ProtocolTarget.seeds();
	}

	@MethodSource("seeds")
	@FuzzTest(maxDuration = "5m")
	void noInputBreaksIt(byte[] input) throws Exception {
		ProtocolTarget.metered().feed(input);
	}

}
