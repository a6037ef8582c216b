package org.imageingest.engine.worker;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.imageingest.testkit.process.JavaCommand;
import org.imageingest.testkit.process.JavaProcess;
import org.imageingest.workspace.Workspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class KilledServiceIntegrationTests {

	@TempDir
	private Path root;

	@Test
	void workersEndWithAServiceThatIsKilledEvenWhileTheyHangInNativeCode() throws Exception {
		Path photo = this.root.resolve("photos/0/hang");
		try (JavaProcess service = JavaCommand.mainClass(HangingService.class.getName())
			.options("--enable-native-access=ALL-UNNAMED")
			.arguments(List.of(this.root.toString()))
			.start("hanging-service")) {
			service.awaitReady(() -> Files.exists(FaultyEngine.pids(photo)));
			List<ProcessHandle> workers = ProcessHandle.current()
				.children()
				.flatMap(ProcessHandle::descendants)
				.toList();
			assertThat(workers).hasSize(2);
			service.kill();
			await().atMost(Duration.ofSeconds(5)).until(() -> workers.stream().noneMatch(ProcessHandle::isAlive));
		}
		try (Workspace next = Workspace.open(this.root.resolve("work"))) {
			assertThat(Files.list(this.root.resolve("work")).filter(Files::isDirectory)).hasSize(1);
			assertThat(next.newFile()).exists();
		}
	}

}
