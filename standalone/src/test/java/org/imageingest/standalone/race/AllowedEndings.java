package org.imageingest.standalone.race;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.imageingest.standalone.race.Operation.Kind;

/**
 * The model: which endings a history may have. A deletion that was answered 204 wins over
 * every upload that was answered before it began, and over none that began after it was
 * answered; of those that overlap it either may win.
 */
final class AllowedEndings {

	private final String owner;

	private final List<Operation> history;

	private final List<String> broken = new ArrayList<>();

	AllowedEndings(String owner, List<Operation> history) {
		this.owner = owner;
		this.history = history;
	}

	/**
	 * Compares an ending with the model.
	 * @param ending what there is
	 * @return what is not allowed, as sentences
	 */
	List<String> violations(Ending ending) {
		for (Operation operation : this.history) {
			checkAnswer(operation);
		}
		for (Operation upload : uploads()) {
			checkJob(upload, ending.jobs().getOrDefault(upload.jobId(), "nothing"));
		}
		for (Operation refused : imports(false)) {
			check(mayBeDeleted(refused), "Nobody deleted the image of " + refused);
		}
		List<Operation> completed = Stream
			.concat(uploads().stream().filter((upload) -> "completed".equals(ending.jobs().get(upload.jobId()))),
					imports(true).stream())
			.toList();
		if (ending.exists()) {
			check(completed.stream().anyMatch((upload) -> !isDeletedSince(upload)), "A deleted image is back");
			check(ending.documentOwner().equals(this.owner), "It belongs to " + ending.documentOwner());
			check(ending.missing().isEmpty(), "Half an image, without " + ending.missing());
			checkTags(completed, ending.tags());
		}
		else {
			check(completed.stream().allMatch(this::mayBeDeleted), "An image is gone that nobody deleted");
		}
		check(ending.staged().isEmpty(), "Left in staging: " + ending.staged());
		return this.broken;
	}

	private void checkAnswer(Operation operation) {
		check(operation.status() < 500, operation + " was not answered");
		if (!operation.owner().equals(this.owner) && operation.kind() != Kind.UPLOAD) {
			check(operation.status() == 404, "Another owner was let in: " + operation);
		}
	}

	private void checkJob(Operation upload, String end) {
		switch (end) {
			case "completed" -> {
			}
			case "cancelled:cancelled-by-client" -> check(
					this.history.stream()
						.anyMatch((operation) -> operation.kind() == Kind.CANCEL
								&& operation.subject().equals(upload.jobId()) && operation.isAccepted()),
					"Nobody cancelled " + upload);
			case "cancelled:image-deleted" -> check(mayBeDeleted(upload), "Nobody deleted the image of " + upload);
			default -> check(false, upload + " ended as " + end);
		}
	}

	private void checkTags(List<Operation> completed, Set<String> tags) {
		Set<String> known = Stream.concat(uploads().stream(), imports(true).stream())
			.map(Operation::subject)
			.collect(Collectors.toSet());
		check(known.containsAll(tags), "Tags of nobody: " + tags);
		Set<String> owed = completed.stream()
			.filter((upload) -> !mayBeDeleted(upload))
			.map(Operation::subject)
			.collect(Collectors.toCollection(HashSet::new));
		owed.removeAll(tags);
		check(owed.isEmpty(), "Tags are lost: " + owed);
	}

	private List<Operation> uploads() {
		return this.history.stream()
			.filter((operation) -> operation.kind() == Kind.UPLOAD && operation.owner().equals(this.owner)
					&& operation.isAccepted())
			.toList();
	}

	private List<Operation> imports(boolean accepted) {
		return this.history.stream()
			.filter((operation) -> operation.kind() == Kind.IMPORT && operation.isAccepted() == accepted)
			.toList();
	}

	/** A deletion began after the upload was answered: it wins, however far that is. */
	private boolean isDeletedSince(Operation upload) {
		return deletions().stream().anyMatch((deletion) -> deletion.from() > upload.to());
	}

	/** A deletion was not over yet when the upload began. */
	private boolean mayBeDeleted(Operation upload) {
		return deletions().stream().anyMatch((deletion) -> deletion.to() >= upload.from());
	}

	private List<Operation> deletions() {
		return this.history.stream()
			.filter((operation) -> operation.kind() == Kind.DELETE && operation.owner().equals(this.owner)
					&& operation.isAccepted())
			.toList();
	}

	private void check(boolean allowed, String otherwise) {
		if (!allowed) {
			this.broken.add(otherwise);
		}
	}

}
