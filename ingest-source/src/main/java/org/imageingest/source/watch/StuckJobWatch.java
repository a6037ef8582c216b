package org.imageingest.source.watch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

import org.imageingest.model.message.JobStage;
import org.imageingest.source.queue.QueueDepths;
import org.imageingest.source.queue.QueueProperties;
import org.imageingest.source.upkeep.Upkeep;
import org.imageingest.source.upkeep.UpkeepTask;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Finds jobs whose message or event was lost. A job that waits is never one of them, for
 * however long: as long as anything is in the queue in front of it, it may be there.
 */
@Component
class StuckJobWatch {

	private static final Logger logger = LoggerFactory.getLogger(StuckJobWatch.class);

	private static final int MISSED_LOOKS = 3;

	/** Either in the hands of a processor, or on the way to a sink. */
	private static final List<JobStage> BEFORE_THE_SINK = List.of(JobStage.EXTRACTING_METADATA,
			JobStage.GENERATING_VARIANTS);

	private final QueueDepths depths;

	private final QueueProperties queues;

	private final WatchProperties properties;

	private final Upkeep upkeep;

	private final StuckJobs jobs;

	private final StuckJobRescue rescue;

	private final EmptyQueue processorQueue;

	private final EmptyQueue sinkQueue;

	@Autowired
	StuckJobWatch(QueueDepths depths, QueueProperties queues, WatchProperties properties, Upkeep upkeep, StuckJobs jobs,
			StuckJobRescue rescue) {
		this(depths, queues, properties, upkeep, jobs, rescue, System::nanoTime);
	}

	StuckJobWatch(QueueDepths depths, QueueProperties queues, WatchProperties properties, Upkeep upkeep, StuckJobs jobs,
			StuckJobRescue rescue, LongSupplier nanoTime) {
		this.depths = depths;
		this.queues = queues;
		this.properties = properties;
		this.upkeep = upkeep;
		this.jobs = jobs;
		this.rescue = rescue;
		Duration longestGap = properties.interval().multipliedBy(MISSED_LOOKS);
		this.processorQueue = new EmptyQueue(nanoTime, longestGap);
		this.sinkQueue = new EmptyQueue(nanoTime, longestGap);
	}

	/**
	 * Every instance looks at the queues, so that whichever takes over knows them; one at
	 * a time acts.
	 */
	@Scheduled(fixedDelayString = "${ingest.watch.interval:30s}")
	void look() {
		this.processorQueue.seen(depth(this.queues.processor()));
		this.sinkQueue.seen(depth(this.queues.sink()));
		try {
			this.upkeep.take(UpkeepTask.WATCH).ifPresent((turn) -> {
				Duration nextTurn = this.properties.interval().dividedBy(2);
				try {
					stuck().forEach(this.rescue::rescue);
				}
				finally {
					this.upkeep.end(turn, null, nextTurn);
				}
			});
		}
		catch (DataAccessException ex) {
			logger.warn("Nobody looks for stuck jobs while the database does not answer: {}", ex.getMessage());
		}
	}

	private OptionalLong depth(@Nullable String queue) {
		return (queue == null || queue.isBlank()) ? OptionalLong.empty() : this.depths.of(queue);
	}

	private List<StuckJobs.Stuck> stuck() {
		List<StuckJobs.Stuck> found = new ArrayList<>();
		Duration emptyFor = this.properties.emptyFor();
		Duration silentFor = this.properties.silentFor();
		int batch = this.properties.batch();
		if (this.processorQueue.hasBeenEmptyFor(emptyFor)) {
			found.addAll(this.jobs.find(List.of(JobStage.QUEUED), emptyFor, batch));
		}
		if (this.sinkQueue.hasBeenEmptyFor(emptyFor)) {
			found.addAll(this.jobs.find(BEFORE_THE_SINK, silentFor, batch));
		}
		found.addAll(this.jobs.find(List.of(JobStage.UPLOADING), silentFor, batch));
		return found;
	}

}
