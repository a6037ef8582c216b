package org.imageingest.source.staging;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.imageingest.model.identity.Identifiers;
import org.imageingest.model.storage.ObjectKeys;
import org.imageingest.source.IngestProperties;
import org.imageingest.source.IngestProperties.Sweep;
import org.imageingest.source.job.JobRepository;
import org.imageingest.source.job.JobTransitions;
import org.imageingest.store.ListedObject;
import org.imageingest.store.ObjectStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Removes staged bytes that no job claims, and asks for those of ended jobs to be removed
 * again. It lists first and reads the rows second: a row that was committed meanwhile is
 * then seen.
 */
@Component
class OrphanSweep {

	private static final Logger logger = LoggerFactory.getLogger(OrphanSweep.class);

	private static final int BATCH = 500;

	private final ObjectStore store;

	private final JobRepository jobs;

	private final JobTransitions transitions;

	private final Sweep properties;

	private final Clock clock;

	private final Instant startedAt;

	OrphanSweep(ObjectStore store, JobRepository jobs, JobTransitions transitions, IngestProperties properties,
			Clock clock) {
		this.store = store;
		this.jobs = jobs;
		this.transitions = transitions;
		this.properties = properties.sweep();
		this.clock = clock;
		// Listings may tell whole seconds only; what is staged from now on is not older.
		this.startedAt = clock.instant().truncatedTo(ChronoUnit.SECONDS);
	}

	@Scheduled(fixedDelayString = "${ingest.sweep.interval:1h}")
	void sweep() {
		Map<String, Instant> newest = newestByJob();
		List<String> jobIds = new ArrayList<>(newest.keySet());
		Instant before = olderThan();
		for (int from = 0; from < jobIds.size(); from += BATCH) {
			List<String> batch = jobIds.subList(from, Math.min(from + BATCH, jobIds.size()));
			Set<String> known = this.jobs.known(batch);
			for (String jobId : batch) {
				if (known.contains(jobId)) {
					this.transitions.cleanAgain(jobId);
				}
				else if (newest.getOrDefault(jobId, Instant.MAX).isBefore(before)) {
					logger.info("No job claims what is staged for {}: removed", jobId);
					this.store.deleteAll(ObjectKeys.staging(jobId));
				}
			}
		}
	}

	private Instant olderThan() {
		Instant aged = this.clock.instant().minus(this.properties.orphanAge());
		return (this.properties.soleWriter() && this.startedAt.isAfter(aged)) ? this.startedAt : aged;
	}

	private Map<String, Instant> newestByJob() {
		Map<String, Instant> newest = new LinkedHashMap<>();
		this.store.list(ObjectKeys.STAGING)
			.filter((object) -> Identifiers.isJobId(jobId(object)))
			.forEach((object) -> newest.merge(jobId(object), object.lastModified(),
					(one, other) -> one.isAfter(other) ? one : other));
		return newest;
	}

	private static String jobId(ListedObject object) {
		String rest = object.key().substring(ObjectKeys.STAGING.length());
		int slash = rest.indexOf('/');
		return (slash < 0) ? rest : rest.substring(0, slash);
	}

}
