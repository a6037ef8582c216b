package org.imageingest.source.sweep;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.imageingest.model.identity.Identifiers;
import org.imageingest.model.storage.ObjectKeys;
import org.imageingest.source.job.Job;
import org.imageingest.source.job.JobRepository;
import org.imageingest.source.job.JobTransitions;
import org.imageingest.store.ListedObject;
import org.imageingest.store.ObjectStore;
import org.imageingest.store.SweptPage;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Removes staged bytes that no job claims, and asks for those of ended jobs to be removed
 * again. It lists first and reads the rows second: a row that was committed meanwhile is
 * then seen.
 */
@Component
class StagingSweep {

	private final ObjectStore store;

	private final JobRepository jobs;

	private final JobTransitions transitions;

	StagingSweep(ObjectStore store, JobRepository jobs, JobTransitions transitions) {
		this.store = store;
		this.jobs = jobs;
		this.transitions = transitions;
	}

	/**
	 * Looks at what is staged for some jobs, for each at all of it.
	 * @param after where the page before ended; null to begin
	 * @param limit number of objects after which the page ends with its job
	 * @param before of what no job claims, only what is older than this goes
	 * @param remove false to only tell what would go
	 * @return what it did
	 */
	SweptPage sweep(@Nullable String after, int limit, Instant before, boolean remove) {
		Listing listing = list(after, limit);
		Map<String, Job> known = this.jobs.findAll(listing.byJob().keySet());
		List<String> removed = new ArrayList<>();
		listing.byJob().forEach((jobId, objects) -> {
			Job job = known.get(jobId);
			if ((job != null) ? job.hasEndedForGood() : isOld(objects, before)) {
				objects.forEach((object) -> removed.add(object.key()));
				if (remove) {
					remove(jobId, job != null);
				}
			}
		});
		return new SweptPage(listing.seen(), removed, listing.next());
	}

	/** The row decides about the bytes of a job: it may have been retried meanwhile. */
	private void remove(String jobId, boolean known) {
		if (known) {
			this.transitions.cleanAgain(jobId);
		}
		else {
			this.store.deleteAll(ObjectKeys.staging(jobId));
		}
	}

	private static boolean isOld(List<ListedObject> objects, Instant before) {
		return objects.stream().allMatch((object) -> object.lastModified().isBefore(before));
	}

	private Listing list(@Nullable String after, int limit) {
		Map<String, List<ListedObject>> byJob = new LinkedHashMap<>();
		Iterator<ListedObject> objects = this.store.list(ObjectKeys.STAGING, after).iterator();
		int seen = 0;
		String last = "";
		while (objects.hasNext()) {
			ListedObject object = objects.next();
			String jobId = jobId(object);
			if (seen >= limit && !object.key().startsWith(ObjectKeys.staging(jobIdOf(last)))) {
				return new Listing(byJob, seen, last);
			}
			seen++;
			last = object.key();
			if (Identifiers.isJobId(jobId)) {
				byJob.computeIfAbsent(jobId, (key) -> new ArrayList<>()).add(object);
			}
		}
		return new Listing(byJob, seen, null);
	}

	private static String jobId(ListedObject object) {
		return jobIdOf(object.key());
	}

	private static String jobIdOf(String key) {
		String rest = key.substring(ObjectKeys.STAGING.length());
		int slash = rest.indexOf('/');
		return (slash < 0) ? rest : rest.substring(0, slash);
	}

	private record Listing(Map<String, List<ListedObject>> byJob, int seen, @Nullable String next) {
	}

}
