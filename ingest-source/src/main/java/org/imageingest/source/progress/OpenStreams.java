package org.imageingest.source.progress;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.imageingest.model.problem.Problem;
import org.imageingest.model.problem.ProblemException;
import org.imageingest.model.problem.ProblemType;
import org.imageingest.source.listing.JobChange;

import org.springframework.stereotype.Component;

/**
 * The streams that are open on this instance, by owner.
 */
@Component
class OpenStreams {

	private final ProgressProperties settings;

	private final Map<String, Set<ProgressStream>> byOwner = new HashMap<>();

	private int count;

	private boolean stopping;

	OpenStreams(ProgressProperties settings) {
		this.settings = settings;
	}

	/**
	 * Adds a stream.
	 * @param stream the stream
	 * @throws ProblemException if its owner or the instance has as many as allowed, or
	 * the instance stops
	 */
	synchronized void add(ProgressStream stream) {
		if (this.stopping) {
			throw new ProblemException(
					Problem.of(ProblemType.SERVICE_UNAVAILABLE, "This instance stops; connect again"));
		}
		if (this.count >= this.settings.maxStreams()) {
			throw refused(ProblemType.SERVICE_UNAVAILABLE,
					"%d streams are open here, and no more than %d may be; connect again later", this.count,
					this.settings.maxStreams());
		}
		Set<ProgressStream> ofOwner = this.byOwner.computeIfAbsent(stream.following().owner(),
				(owner) -> new HashSet<>());
		if (ofOwner.size() >= this.settings.maxStreamsPerOwner()) {
			throw refused(ProblemType.TOO_MANY_REQUESTS,
					"You have %d streams open here, and no more than %d may be; close one", ofOwner.size(),
					this.settings.maxStreamsPerOwner());
		}
		ofOwner.add(stream);
		this.count++;
	}

	private static ProblemException refused(ProblemType type, String detail, int open, int limit) {
		return new ProblemException(Problem.overLimit(type, detail.formatted(open, limit), limit, open + 1L));
	}

	synchronized void remove(ProgressStream stream) {
		String owner = stream.following().owner();
		Set<ProgressStream> ofOwner = this.byOwner.getOrDefault(owner, Set.of());
		if (ofOwner.contains(stream)) {
			ofOwner.remove(stream);
			this.count--;
			if (ofOwner.isEmpty()) {
				this.byOwner.remove(owner);
			}
		}
	}

	synchronized int count() {
		return this.count;
	}

	/** Hands changes to those who follow them. */
	void tell(Collection<JobChange> changes) {
		for (JobChange change : changes) {
			of(change.owner()).forEach((stream) -> stream.offer(change));
		}
	}

	/** Lets every stream look at the clock. */
	void look(Instant now) {
		all().forEach((stream) -> stream.look(now));
	}

	/** Opens for new streams. */
	synchronized void start() {
		this.stopping = false;
	}

	/** Ends every stream and takes no new one. */
	void stop() {
		synchronized (this) {
			this.stopping = true;
		}
		all().forEach((stream) -> stream.end(Ending.STOPPING));
	}

	private synchronized List<ProgressStream> of(String owner) {
		return List.copyOf(this.byOwner.getOrDefault(owner, Set.of()));
	}

	private synchronized List<ProgressStream> all() {
		List<ProgressStream> all = new ArrayList<>(this.count);
		this.byOwner.values().forEach(all::addAll);
		return all;
	}

}
