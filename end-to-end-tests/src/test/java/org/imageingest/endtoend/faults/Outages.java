package org.imageingest.endtoend.faults;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.imageingest.endtoend.SeparateStack;
import org.imageingest.endtoend.app.AppProcess;
import org.imageingest.endtoend.broker.RabbitNode;
import org.imageingest.endtoend.faults.Fault.Blow;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the apps stand on is killed and started again, or stands still for a while, at
 * each stage of the photos' way; and the processes that decode are killed.
 */
final class Outages {

	/** Longer than two heartbeats: the others have given it up. */
	private static final Duration PAUSE = Duration.ofSeconds(25);

	private Outages() {
	}

	static Stream<Fault> all() {
		return Stream.of(List.of(new Fault("engine workers", "killed five times while decoding", Outages::killWorkers)),
				atEachStage("RabbitMQ", Outages::killBroker),
				atEachStage("PostgreSQL", (scene) -> killDatabase(scene.stack())),
				atEachStage("S3", (scene) -> killStore(scene.stack())),
				List.of(atOnce("broker line", "reset three times", Outages::resetLine),
						atOnce("broker line", "silent, open", Outages::silenceLine),
						atOnce("ingest-source", "stands still", (scene) -> pause(scene.stack().source())),
						atOnce("resize-processor", "stands still", (scene) -> pause(scene.stack().processor())),
						atOnce("s3-sink", "stands still", (scene) -> pause(scene.stack().sink())),
						atOnce("RabbitMQ", "stands still", (scene) -> pauseBroker(scene.broker())),
						atOnce("PostgreSQL", "stands still", (scene) -> pauseDatabase(scene.stack())),
						atOnce("S3", "stands still", (scene) -> pauseStore(scene.stack()))))
			.flatMap(List::stream);
	}

	private static List<Fault> atEachStage(String part, Blow outage) {
		return List.of(new Fault(part, "killed while photos are taken", (scene) -> {
			scene.beginUploads();
			scene.awaitPromises(6);
			outage.fallOn(scene);
		}), new Fault(part, "killed while variants are made", (scene) -> {
			scene.beginUploads();
			scene.awaitStagedVariants();
			outage.fallOn(scene);
		}), new Fault(part, "killed while images are published", (scene) -> {
			scene.beginUploads();
			scene.awaitDocuments(6);
			outage.fallOn(scene);
		}));
	}

	private static Fault atOnce(String part, String manner, Blow outage) {
		return new Fault(part, manner, (scene) -> {
			scene.beginUploads();
			scene.awaitDocuments(2);
			outage.fallOn(scene);
		});
	}

	private static void killWorkers(Scene scene) {
		scene.beginUploads();
		int killed = 0;
		for (int i = 1; i <= 5; i++) {
			scene.awaitDocuments(3 * i);
			killed += scene.stack().processor().killWorkers();
		}
		assertThat(killed).as("killed workers").isPositive();
	}

	private static void killBroker(Scene scene) throws Exception {
		scene.broker().kill();
		scene.broker().startAgain();
	}

	private static void killDatabase(SeparateStack stack) throws Exception {
		stack.database().kill();
		stack.database().startAgain();
	}

	private static void killStore(SeparateStack stack) throws Exception {
		stack.store().kill();
		stack.store().startAgain();
	}

	private static void resetLine(Scene scene) throws Exception {
		for (int i = 1; i <= 3; i++) {
			scene.awaitDocuments(3 * i);
			scene.stack().brokerLine().reset();
		}
	}

	private static void silenceLine(Scene scene) throws Exception {
		scene.stack().brokerLine().silence();
		try {
			pass();
		}
		finally {
			scene.stack().brokerLine().restore();
		}
	}

	private static void pause(AppProcess app) throws Exception {
		app.suspend();
		try {
			pass();
		}
		finally {
			app.resume();
		}
	}

	private static void pauseBroker(RabbitNode broker) throws Exception {
		broker.suspend();
		try {
			pass();
		}
		finally {
			broker.resume();
		}
	}

	private static void pauseDatabase(SeparateStack stack) throws Exception {
		stack.database().suspend();
		try {
			pass();
		}
		finally {
			stack.database().resume();
		}
	}

	private static void pauseStore(SeparateStack stack) throws Exception {
		stack.store().suspend();
		try {
			pass();
		}
		finally {
			stack.store().resume();
		}
	}

	private static void pass() {
		long start = System.nanoTime();
		Awaitility.await()
			.atMost(PAUSE.multipliedBy(2))
			.pollInterval(500, TimeUnit.MILLISECONDS)
			.until(() -> System.nanoTime() - start >= PAUSE.toNanos());
	}

}
