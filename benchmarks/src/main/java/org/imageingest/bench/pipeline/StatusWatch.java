package org.imageingest.bench.pipeline;

import java.io.IOException;

import org.imageingest.bench.pipeline.Uploads.Pending;

/**
 * Finds out which jobs are at their end. Jobs end nearly in the order in which they
 * began: only the oldest are asked for, since asking for all would be a load of its own.
 */
final class StatusWatch {

	/** More than any service on this machine works on at a time. */
	private static final int STILL_RUNNING = Math.max(6, 2 * Runtime.getRuntime().availableProcessors());

	private final IngestClient client;

	private final Uploads uploads;

	StatusWatch(IngestClient client, Uploads uploads) {
		this.client = client;
		this.uploads = uploads;
	}

	/** Asks for the oldest jobs until enough of them were still running. */
	void look() throws InterruptedException {
		int running = 0;
		for (Pending pending : this.uploads.unfinished()) {
			switch (status(pending)) {
				case JobStatus.Completed completed -> this.uploads.completed(pending, completed.imageId());
				case JobStatus.Failed failed -> this.uploads.failed(pending, failed.reason());
				case JobStatus.Running _ -> running++;
			}
			if (running == STILL_RUNNING) {
				return;
			}
		}
	}

	/** No answer is no end: whether the service still runs is looked at elsewhere. */
	private JobStatus status(Pending pending) throws InterruptedException {
		try {
			return this.client.status(pending.jobId());
		}
		catch (IOException ex) {
			return new JobStatus.Running();
		}
	}

}
