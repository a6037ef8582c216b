package org.imageingest.endtoend;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.imageingest.endtoend.app.AppProcess;
import org.imageingest.testkit.crash.CrashSwitch;
import org.imageingest.testkit.network.FreePort;
import org.imageingest.testkit.store.S3TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The executable jar holds its libraries as jars within a jar, and its workers start out
 * of it, too: each has made the variants of a small picture before it counts as alive.
 * This needs no broker.
 */
class WorkersOfTheJarIntegrationTests {

	@TempDir
	private Path work;

	@Test
	void workersStartOutOfTheJarAndEndWithIt() throws Exception {
		Map<String, String> properties = Map.of("image.work-directory", this.work.toString(), "image.workers", "2",
				"spring.rabbitmq.port", Integer.toString(FreePort.find()), "store.endpoint", "http://127.0.0.1:1",
				"store.bucket", "none", "store.region", "us-east-1", "store.access-key", S3TestServer.ACCESS_KEY,
				"store.secret-key", S3TestServer.SECRET_KEY);
		List<ProcessHandle> workers;
		try (AppProcess processor = new AppProcess("workers-of-the-jar", "resize-processor", "256m", properties,
				CrashSwitch.in(this.work.resolve("crash")))) {
			URI info = processor.base().resolve("/actuator/info");
			await().atMost(Duration.ofMinutes(3))
				.pollInterval(Duration.ofMillis(500))
				.untilAsserted(() -> assertThat(get(info)).contains("\"configured\":2,\"alive\":2"));
			assertThat(get(processor.base().resolve("/actuator/health/readiness")))
				.contains("\"engine\":{\"status\":\"UP\"}");
			workers = ProcessHandle.current().children().flatMap(ProcessHandle::children).toList();
			assertThat(workers).hasSize(2);
		}
		await().atMost(Duration.ofSeconds(10)).until(() -> workers.stream().noneMatch(ProcessHandle::isAlive));
	}

	private static String get(URI address) throws InterruptedException {
		try (HttpClient client = HttpClient.newHttpClient()) {
			return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString()).body();
		}
		catch (IOException ex) {
			// Not listening yet.
			return "";
		}
	}

}
