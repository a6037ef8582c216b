package org.imageingest.endtoend.faults;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.awaitility.Awaitility;
import org.imageingest.endtoend.SeparateStack;
import org.imageingest.endtoend.broker.RabbitNode;
import org.imageingest.testkit.pipeline.Photos;
import org.imageingest.testkit.pipeline.PipelineClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * More comes in than goes out, because something is slow or down: nothing is lost, nobody
 * is left waiting, memory stays where it was, and all goes on by itself afterwards.
 */
@Tag("faults")
class BackPressureIntegrationTests {

	private static final int UPLOADS = Integer.getInteger("faults.uploads", 1000);

	private static final int STOPS = 5;

	private static final int BACKLOG = Integer.getInteger("faults.backlog", 10_000);

	/** What a source may grow by while the broker is away. */
	private static final long GROWTH_BYTES = 200L << 20;

	private static final Duration SOON = Duration.ofSeconds(15);

	@TempDir
	static Path folder;

	private static RabbitNode broker;

	private static SeparateStack stack;

	@BeforeAll
	static void start() throws Exception {
		broker = RabbitNode.start(folder.resolve("rabbit")).orElse(null);
		if (broker != null) {
			stack = SeparateStack.start(broker.address(), folder, 1);
		}
	}

	@AfterAll
	static void stop() {
		if (stack != null) {
			stack.close();
		}
		if (broker != null) {
			broker.close();
		}
	}

	@BeforeEach
	void needsRabbitMq() {
		assumeThat(broker).as(RabbitNode.MISSING).isNotNull();
	}

	@Test
	void aThousandUploadsOutliveFiveStopsOfTheBroker() throws Exception {
		try (Scene scene = new Scene(stack, broker, "broker-stops", UPLOADS)) {
			Bookkeeper bookkeeper = new Bookkeeper(scene.client(), stack.bucket());
			List<Long> resident = new ArrayList<>(List.of(stack.source().residentBytes()));
			scene.beginUploads();
			for (int i = 1; i <= STOPS; i++) {
				scene.awaitPromises(i * UPLOADS / (STOPS + 1));
				broker.kill();
				resident.add(stack.source().residentBytes());
				broker.startAgain();
			}
			Account account = bookkeeper.settle(scene.photos(), scene.jobIds());
			resident.add(stack.source().residentBytes());
			System.out.println(account + ", resident bytes of the source " + resident);
			assertThat(account.broken()).isEmpty();
			assertThat(account.images()).isEqualTo(UPLOADS);
			assertThat(resident.getLast()).isLessThan(resident.getFirst() + GROWTH_BYTES);
		}
	}

	/** Whoever takes connections and says nothing keeps no client waiting for long. */
	@Test
	void aStoreThatStandsStillIsNoticedSoonAndForgottenByItself() throws Exception {
		PipelineClient client = stack.client(stack.source(), "silent-store");
		stack.store().suspend();
		try {
			Awaitility.await().atMost(SOON).until(() -> !isHealthy(client));
			Awaitility.await().atMost(SOON).until(() -> !takesUploads(client));
			long start = System.nanoTime();
			HttpResponse<String> refused = client.tryUpload(Photos.jpeg(320, 240));
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
			assertThat(refused.statusCode()).isEqualTo(503);
			assertThat(refused.headers().firstValue("Retry-After")).isPresent();
		}
		finally {
			stack.store().resume();
		}
		Awaitility.await().atMost(SOON).until(() -> isHealthy(client));
		assertThat(client.awaitEnd(client.upload(Photos.jpeg(320, 240))).get("status").stringValue())
			.isEqualTo("completed");
	}

	@Test
	void aDatabaseThatIsDownRefusesUploadsAndTheyAreTakenAgainOnceItIsBack() throws Exception {
		PipelineClient client = stack.client(stack.source(), "no-database");
		stack.database().kill();
		HttpResponse<String> refused = client.tryUpload(Photos.jpeg(320, 240));
		assertThat(refused.statusCode()).isEqualTo(503);
		assertThat(refused.headers().firstValue("Retry-After")).isPresent();
		stack.database().startAgain();
		Awaitility.await().atMost(SOON).until(() -> isHealthy(client));
		assertThat(client.awaitEnd(client.upload(Photos.jpeg(320, 240))).get("status").stringValue())
			.isEqualTo("completed");
	}

	/** The last of many waiting jobs are done as quickly as the first. */
	@Test
	void tenThousandWaitingJobsAreWorkedOffAtFullSpeed() throws Exception {
		try (Scene scene = new Scene(stack, broker, "backlog", BACKLOG)) {
			stack.processor().kill();
			scene.beginUploads();
			assertThat(scene.jobIds()).hasSize(BACKLOG);
			long resident = stack.source().residentBytes();
			stack.processor().startAgain();
			List<Double> rates = new ArrayList<>();
			for (int tenth = 1; tenth <= 10; tenth++) {
				long start = System.nanoTime();
				scene.awaitDocuments(tenth * BACKLOG / 10, Duration.ofMinutes(10));
				rates.add(BACKLOG / 10 * 1e9 / (System.nanoTime() - start));
			}
			System.out.println("Images per second of each tenth: " + rates + ", resident bytes of the source "
					+ resident + " then " + stack.source().residentBytes());
			assertThat(rates.getLast()).isGreaterThan(0.5 * rates.get(1));
		}
	}

	/**
	 * Who asks for the health looks for himself, and uploads go by looks at intervals.
	 */
	private static boolean takesUploads(PipelineClient client) throws Exception {
		byte[] readiness = client.fetch(client.base().resolve("/actuator/health/readiness")).body();
		return "UP".equals(JsonMapper.shared().readTree(readiness).at("/components/admission/status").stringValue());
	}

	private static boolean isHealthy(PipelineClient client) throws Exception {
		return client.ask("GET", "/health").statusCode() == 200;
	}

}
