package org.imageingest.endtoend.dataflow;

import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

/**
 * Stopping at an awkward moment: Skipper would leave its apps behind.
 */
@Tag("dataflow")
class DataflowStopIntegrationTests {

	@TempDir
	Path folder;

	@BeforeEach
	void skipByName() {
		assumeThat(Needed.missing()).as("missing here").isEmpty();
	}

	@Test
	void nothingRunsOnAfterAStopInTheMiddleOfTheDeployment() throws Exception {
		try (DataflowProcess dataflow = DataflowProcess.launch(this.folder.resolve("data"))) {
			dataflow.awaitOutput("Registering and deploying");
			await().atMost(Duration.ofMinutes(5))
				.until(() -> dataflow.leftovers().stream().anyMatch((line) -> line.contains("resize-processor")));
			dataflow.stop();
			assertThat(dataflow.leftovers()).isEmpty();
		}
	}

}
