package org.imageingest.source.deadletter;

import java.util.List;

import org.imageingest.model.problem.Problem;
import org.imageingest.model.problem.ProblemException;
import org.imageingest.model.problem.ProblemType;
import org.imageingest.source.health.AdmissionControl;
import org.jspecify.annotations.Nullable;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Lists, replays and purges parked messages of all owners, for operators.
 */
@RestController
@RequestMapping(path = "/api/v1/dead-letters", produces = MediaType.APPLICATION_JSON_VALUE)
class DeadLetterController {

	private static final int MAX_LIMIT = 200;

	/** Most letters replayed by one request: about as many as take some seconds. */
	private static final int MAX_REPLAYED = 500;

	private final Letters letters;

	private final Replay replay;

	private final AdmissionControl admission;

	DeadLetterController(Letters letters, Replay replay, AdmissionControl admission) {
		this.letters = letters;
		this.replay = replay;
		this.admission = admission;
	}

	@GetMapping
	ResponseEntity<DeadLetterPage> list(@RequestParam(defaultValue = "50") int limit,
			@RequestParam(required = false) @Nullable String cursor) {
		if (limit < 1 || limit > MAX_LIMIT) {
			throw new ProblemException(Problem.overLimit(ProblemType.INVALID_REQUEST,
					"The limit is %d, but has to be 1 to %d".formatted(limit, MAX_LIMIT), MAX_LIMIT, limit));
		}
		// One more than asked for tells whether there is another page.
		List<DeadLetter> found = this.letters.page((cursor != null) ? LetterCursor.parse(cursor) : null, limit + 1);
		boolean more = found.size() > limit;
		List<DeadLetter> items = more ? found.subList(0, limit) : found;
		return ResponseEntity.ok()
			.cacheControl(CacheControl.noStore())
			.body(new DeadLetterPage(items, this.letters.count(),
					more ? LetterCursor.at(items.getLast()).text() : null));
	}

	@PostMapping("/replay")
	ReplayAnswer replay(@RequestBody ReplayRequest request) {
		this.admission.check();
		List<String> ids = request.ids();
		if (ids == null) {
			if (!Boolean.TRUE.equals(request.all())) {
				throw invalid("Name the letters in \"ids\", or ask for \"all\": true");
			}
			return this.replay.replayOldest(MAX_REPLAYED);
		}
		if (ids.size() > MAX_REPLAYED) {
			throw new ProblemException(Problem.overLimit(ProblemType.INVALID_REQUEST,
					"%d letters are named, at most %d are replayed at once".formatted(ids.size(), MAX_REPLAYED),
					MAX_REPLAYED, ids.size()));
		}
		return this.replay.replay(ids);
	}

	@DeleteMapping("/{letterId}")
	ResponseEntity<Void> purge(@PathVariable String letterId) {
		if (!this.letters.remove(letterId)) {
			throw new ProblemException(Problem.of(ProblemType.NOT_FOUND, "There is no such dead letter"));
		}
		return ResponseEntity.noContent().build();
	}

	/** Asked for by name: a client that lost the end of an address must not purge all. */
	@DeleteMapping
	PurgeAnswer purgeAll(@RequestParam(defaultValue = "false") boolean all) {
		if (!all) {
			throw invalid("Name a letter, or ask for all=true");
		}
		return new PurgeAnswer(this.letters.removeAll());
	}

	private static ProblemException invalid(String detail) {
		return new ProblemException(Problem.of(ProblemType.INVALID_REQUEST, detail));
	}

	/**
	 * Which letters to replay: some, or all.
	 *
	 * @param ids names of letters
	 * @param all true for all that can be replayed, those parked first at first
	 */
	record ReplayRequest(@Nullable List<String> ids, @Nullable Boolean all) {
	}

	/**
	 * Answer to a purge.
	 *
	 * @param purged number of letters that are gone
	 */
	record PurgeAnswer(int purged) {
	}

}
