package org.imageingest.endtoend.faults;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.imageingest.endtoend.app.AppProcess;
import org.imageingest.testkit.crash.CrashPoint;
import org.imageingest.testkit.pipeline.PipelineClient;

/**
 * The source dies while it calls off jobs or deletes images. Clients ask again for what
 * they had no answer to.
 */
final class Withdrawals {

	private static final int WITHDRAWN = 10;

	private static final int PASSES = 5;

	/** Within it the source is started again. */
	private static final Duration PATIENCE = Duration.ofMinutes(10);

	private Withdrawals() {
	}

	static Stream<Fault> all() {
		return Stream.of(cancelling(CrashPoint.CANCELLATION_COMMITTED, "cancellation committed, claim still there"),
				cancelling(CrashPoint.CLAIM_REMOVED, "claim removed, row does not say so"),
				deleting(CrashPoint.TOMBSTONE_WRITTEN, "tombstone written, image still there"),
				deleting(CrashPoint.DOCUMENT_DELETED, "document deleted, objects still there"));
	}

	private static Fault cancelling(CrashPoint point, String moment) {
		return new Fault("ingest-source", moment, (scene) -> {
			// Otherwise most were done before they are called off.
			scene.stack().processor().suspend();
			try {
				scene.beginUploads();
				List<String> jobIds = scene.jobIds();
				withdraw(scene, point, jobIds.stream().limit(WITHDRAWN).map((jobId) -> "/ingest/" + jobId).toList());
			}
			finally {
				scene.stack().processor().resume();
			}
		});
	}

	private static Fault deleting(CrashPoint point, String moment) {
		return new Fault("ingest-source", moment, (scene) -> {
			scene.beginUploads();
			PipelineClient client = scene.client();
			List<String> images = scene.jobIds()
				.stream()
				.map((jobId) -> client.awaitEnd(jobId).get("imageId").stringValue())
				.toList();
			withdraw(scene, point, images.stream().limit(WITHDRAWN).map((imageId) -> "/images/" + imageId).toList());
		});
	}

	private static void withdraw(Scene scene, CrashPoint point, List<String> paths) throws Exception {
		AppProcess source = scene.stack().source();
		source.arm(point, PASSES);
		for (String path : paths) {
			Awaitility.await()
				.atMost(PATIENCE)
				.pollInterval(Duration.ofMillis(100))
				.until(() -> isAnswered(scene.client(), source, path));
		}
	}

	private static boolean isAnswered(PipelineClient client, AppProcess source, String path) throws Exception {
		if (!source.isAlive()) {
			source.startAgain();
		}
		try {
			return client.ask("DELETE", path).statusCode() < 500;
		}
		catch (IOException ex) {
			return false;
		}
	}

}
