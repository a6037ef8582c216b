package org.imageingest.endtoend.faults;

import java.util.function.Function;
import java.util.stream.Stream;

import org.imageingest.endtoend.SeparateStack;
import org.imageingest.endtoend.app.AppProcess;
import org.imageingest.testkit.crash.CrashPoint;

/**
 * Apps that die exactly between two steps.
 */
final class Crashes {

	private Crashes() {
	}

	static Stream<Fault> all() {
		return Stream.of(source(CrashPoint.ORIGINAL_STAGED, 9, "original staged, no row"),
				source(CrashPoint.JOB_COMMITTED, 9, "job committed, not published"),
				source(CrashPoint.UPLOAD_CONFIRMED, 5, "published, outbox row still there"),
				source(CrashPoint.EVENT_TAKEN, 11, "event taken, not applied"),
				source(CrashPoint.EVENT_APPLIED, 16, "event applied, not acknowledged"),
				source(CrashPoint.STAGING_TO_BE_REMOVED, 6, "job ended, staging still there"),
				source(CrashPoint.STAGING_REMOVED, 6, "staging removed, row does not say so"),
				processor(CrashPoint.PHOTO_FETCHED, 7, "photo fetched, nothing made"),
				processor(CrashPoint.VARIANTS_MADE, 7, "variants made, none staged"),
				processor(CrashPoint.VARIANTS_STAGED_PARTLY, 26, "variants staged in part"),
				processor(CrashPoint.VARIANTS_STAGED, 7, "variants staged, no message"),
				processor(CrashPoint.IMAGE_HANDED_ON, 7, "message confirmed, not acknowledged"),
				sink(CrashPoint.COPIED_PARTLY, 33, "objects copied in part"),
				sink(CrashPoint.COPIED, 7, "objects copied, no document"),
				sink(CrashPoint.DOCUMENT_WRITTEN, 7, "document written, no event"),
				sink(CrashPoint.COMPLETION_TOLD, 7, "event confirmed, not acknowledged"),
				new Fault("s3-sink", "failure told, message not parked", Crashes::failureTold));
	}

	private static Fault source(CrashPoint point, int passes, String moment) {
		return crash("ingest-source", SeparateStack::source, point, passes, moment);
	}

	private static Fault processor(CrashPoint point, int passes, String moment) {
		return crash("resize-processor", SeparateStack::processor, point, passes, moment);
	}

	private static Fault sink(CrashPoint point, int passes, String moment) {
		return crash("s3-sink", SeparateStack::sink, point, passes, moment);
	}

	private static Fault crash(String part, Function<SeparateStack, AppProcess> app, CrashPoint point, int passes,
			String moment) {
		return new Fault(part, moment, (scene) -> {
			AppProcess victim = app.apply(scene.stack());
			victim.arm(point, passes);
			scene.beginUploads();
			Scene.await(() -> !victim.isAlive());
			victim.startAgain();
		});
	}

	/** What is told to have failed is done after all, when its message comes again. */
	private static void failureTold(Scene scene) throws Exception {
		AppProcess sink = scene.stack().sink();
		sink.arm(CrashPoint.FAILURE_TOLD, 1);
		scene.beginUploads();
		scene.awaitDocuments(3);
		scene.stack().store().kill();
		Scene.await(() -> !sink.isAlive());
		scene.stack().store().startAgain();
		sink.startAgain();
	}

}
