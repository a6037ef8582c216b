package org.imageingest.standalone.race;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.imageingest.standalone.race.Operation.Kind;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The model itself has to find what it is there to find.
 */
class AllowedEndingsTests {

	private static final Operation UPLOAD = upload("one", 10, 20, "job_1");

	private static final Operation LATER_DELETION = deletion("anna", 30, 40, 204);

	private static final Map<String, String> COMPLETED = Map.of("job_1", "completed");

	@Test
	void aDeletedImageStaysDeleted() {
		assertThat(violations(List.of(UPLOAD, LATER_DELETION), there(COMPLETED, "one")))
			.containsExactly("A deleted image is back");
		assertThat(violations(List.of(UPLOAD, LATER_DELETION), gone(COMPLETED))).isEmpty();
	}

	@Test
	void anImageUploadedAgainIsThere() {
		Operation again = upload("two", 50, 60, "job_2");
		Map<String, String> jobs = Map.of("job_1", "completed", "job_2", "completed");

		assertThat(violations(List.of(UPLOAD, LATER_DELETION, again), gone(jobs)))
			.containsExactly("An image is gone that nobody deleted");
		assertThat(violations(List.of(UPLOAD, LATER_DELETION, again), there(jobs, "two"))).isEmpty();
		assertThat(violations(List.of(UPLOAD, LATER_DELETION, again), there(jobs, "one")))
			.containsExactly("Tags are lost: [two]");
	}

	@Test
	void ofTwoAtOnceEitherMayWin() {
		Operation overlapping = deletion("anna", 15, 25, 204);

		assertThat(violations(List.of(UPLOAD, overlapping), gone(Map.of("job_1", "cancelled:image-deleted"))))
			.isEmpty();
		assertThat(violations(List.of(UPLOAD, overlapping), there(COMPLETED, "one"))).isEmpty();
	}

	@Test
	void nobodyIsCancelledUnasked() {
		assertThat(violations(List.of(UPLOAD), gone(Map.of("job_1", "cancelled:cancelled-by-client")))).singleElement()
			.asString()
			.startsWith("Nobody cancelled");
		for (int status : List.of(202, 200)) {
			Operation cancelled = new Operation(Kind.CANCEL, "anna", "job_1", 30, 40, status, "");
			assertThat(violations(List.of(UPLOAD, cancelled), gone(Map.of("job_1", "cancelled:cancelled-by-client"))))
				.isEmpty();
		}
		assertThat(violations(List.of(UPLOAD), gone(Map.of("job_1", "failed")))).isNotEmpty();
	}

	@Test
	void anImportIsAsGoodAsAnUploadAndARenewalBringsNothingBack() {
		Operation imported = new Operation(Kind.IMPORT, "anna", "two", 50, 60, 200, "");
		Operation renewed = new Operation(Kind.RENEW, "anna", "", 50, 60, 200, "");
		Operation refused = new Operation(Kind.IMPORT, "anna", "two", 50, 60, 410, "");

		assertThat(violations(List.of(UPLOAD, LATER_DELETION, imported), there(COMPLETED, "two"))).isEmpty();
		assertThat(violations(List.of(UPLOAD, LATER_DELETION, imported), gone(COMPLETED)))
			.containsExactly("An image is gone that nobody deleted");
		assertThat(violations(List.of(UPLOAD, LATER_DELETION, renewed), there(COMPLETED, "one")))
			.containsExactly("A deleted image is back");
		assertThat(violations(List.of(UPLOAD, refused), there(COMPLETED, "one"))).singleElement()
			.asString()
			.startsWith("Nobody deleted");
	}

	@Test
	void aStrangerIsNotLetIn() {
		assertThat(violations(List.of(UPLOAD, deletion("ben", 30, 40, 204)), there(COMPLETED, "one"))).singleElement()
			.asString()
			.startsWith("Another owner was let in");
		assertThat(violations(List.of(UPLOAD),
				new Ending(COMPLETED, true, "ben", Set.of("one"), List.of("images/x"), List.of("staging/x"))))
			.containsExactly("It belongs to ben", "Half an image, without [images/x]", "Left in staging: [staging/x]");
	}

	private static List<String> violations(List<Operation> history, Ending ending) {
		return new AllowedEndings("anna", history).violations(ending);
	}

	private static Ending there(Map<String, String> jobs, String... tags) {
		return new Ending(jobs, true, "anna", Set.of(tags), List.of(), List.of());
	}

	private static Ending gone(Map<String, String> jobs) {
		return new Ending(jobs, false, "", Set.of(), List.of(), List.of());
	}

	private static Operation upload(String tag, long from, long to, String jobId) {
		return new Operation(Kind.UPLOAD, "anna", tag, from, to, 202, jobId);
	}

	private static Operation deletion(String owner, long from, long to, int status) {
		return new Operation(Kind.DELETE, owner, "", from, to, status, "");
	}

}
