package org.imageingest.bulk.lease;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.StepInterruptionPolicy;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Stops the job between two chunks when the process is asked to end or has lost its
 * lease. Nobody but the step itself then writes its row: a stop from outside only marks
 * the job, and is seen with the next commit.
 */
@Component
public class StopRequest implements StepInterruptionPolicy, SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(StopRequest.class);

	private static final long STOP_LIMIT_SECONDS = 25;

	private final LeaseOffice leases;

	private final AtomicReference<CountDownLatch> running = new AtomicReference<>(new CountDownLatch(0));

	private volatile boolean started;

	private volatile boolean asked;

	StopRequest(LeaseOffice leases) {
		this.leases = leases;
	}

	/** Notes that there is a job to wait for. */
	public void jobBegins() {
		this.asked = false;
		this.running.set(new CountDownLatch(1));
	}

	/** Notes that there is none any more. */
	public void jobEnds() {
		this.running.get().countDown();
	}

	/**
	 * Tells whether there is a job to wait for.
	 * @return false before it begins and after it has ended
	 */
	public boolean isJobRunning() {
		return this.running.get().getCount() > 0;
	}

	/** Asks the job to stop at the end of its chunk. */
	public void request() {
		this.asked = true;
	}

	@Override
	public void checkInterrupted(StepExecution stepExecution) throws JobInterruptedException {
		if (this.asked || !this.leases.current().isHeld()) {
			// Without this the step would count as completed.
			stepExecution.setTerminateOnly();
			throw new JobInterruptedException("Asked to stop");
		}
	}

	@Override
	public void start() {
		this.started = true;
	}

	/** Called first when the process ends. */
	@Override
	public void stop() {
		request();
		try {
			if (!this.running.get().await(STOP_LIMIT_SECONDS, TimeUnit.SECONDS)) {
				logger.warn("The photos in hand were not finished within {} s; they are looked at again next time",
						STOP_LIMIT_SECONDS);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		this.started = false;
	}

	@Override
	public boolean isRunning() {
		return this.started;
	}

}
