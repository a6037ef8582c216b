package org.imageingest.endtoend;

import java.nio.file.Path;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/**
 * The contract, kept by the three apps in one JVM with an embedded broker, S3 server and
 * database.
 */
class StandaloneIntegrationTests extends PipelineContract {

	@TempDir
	static Path data;

	private static EmbeddedStack stack;

	@BeforeAll
	static void start() throws Exception {
		stack = EmbeddedStack.start(data);
	}

	@AfterAll
	static void stop() {
		if (stack != null) {
			stack.close();
		}
	}

	@Override
	PipelineStack stack() {
		return stack;
	}

}
