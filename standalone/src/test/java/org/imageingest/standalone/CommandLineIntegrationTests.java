package org.imageingest.standalone;

import java.nio.file.Path;

import org.imageingest.testkit.process.StandaloneProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the command line refuses, and how it says so.
 */
class CommandLineIntegrationTests {

	@TempDir
	static Path data;

	static StandaloneProcess standalone;

	@BeforeAll
	static void start() throws Exception {
		standalone = StandaloneProcess.start(data);
	}

	@AfterAll
	static void stop() throws Exception {
		standalone.close();
	}

	@Test
	void secondStartOnTheSameFolderNamesTheHolder() throws Exception {
		try (StandaloneProcess second = StandaloneProcess.launch("--port", "0", "--data", data.toString())) {
			assertThat(second.awaitExit()).isOne();
			assertThat(second.log()).contains("is in use by process").contains(standalone.client().base().toString());
			assertThat(second.output()).isEmpty();
		}
	}

	@Test
	void takenPortIsNamed(@TempDir Path other) throws Exception {
		String port = Integer.toString(standalone.client().base().getPort());
		try (StandaloneProcess second = StandaloneProcess.launch("--port", port, "--data", other.toString())) {
			assertThat(second.awaitExit()).isOne();
			assertThat(second.log()).contains("Port " + port).contains("--port");
		}
	}

	@Test
	void mistypedOptionIsNotTakenForADefault() throws Exception {
		try (StandaloneProcess second = StandaloneProcess.launch("--prot", "0")) {
			assertThat(second.awaitExit()).isEqualTo(2);
			assertThat(second.log()).contains("Unknown option: --prot").contains("Usage:");
		}
	}

}
