package org.imageingest.bulk.lease;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A job instance that this process may work on, as long as it renews the lease. Closing
 * gives it back.
 */
public final class Lease implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(Lease.class);

	private final Leases leases;

	private final String instance;

	private final String holder;

	private final Duration duration;

	private final Instant firstStartedAt;

	private final boolean first;

	private final ScheduledExecutorService renewal = Executors
		.newSingleThreadScheduledExecutor((task) -> Thread.ofPlatform().daemon().name("lease").unstarted(task));

	private volatile long renewedAt = System.nanoTime();

	private volatile boolean taken;

	Lease(Leases leases, String instance, String holder, Duration duration, Instant firstStartedAt, boolean first) {
		this.leases = leases;
		this.instance = instance;
		this.holder = holder;
		this.duration = duration;
		this.firstStartedAt = firstStartedAt;
		this.first = first;
	}

	void renewEvery(Duration pause) {
		this.renewal.scheduleWithFixedDelay(this::renew, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
	}

	private void renew() {
		// Before the call: the database's clock starts no earlier.
		long now = System.nanoTime();
		try {
			if (this.leases.renew(this.instance, this.holder, this.duration)) {
				this.renewedAt = now;
			}
			else {
				this.taken = true;
			}
		}
		catch (RuntimeException ex) {
			logger.warn("The lease of {} could not be renewed; it is tried again", this.instance, ex);
		}
	}

	/**
	 * Tells whether this process may go on, from memory.
	 * @return false once the lease has run out or is another's
	 */
	public boolean isHeld() {
		return !this.taken && System.nanoTime() - this.renewedAt < this.duration.toNanos();
	}

	/**
	 * Holds the lease until the end of the present transaction.
	 * @throws LeaseLostException if it is another's by now
	 */
	public void require() {
		if (!this.leases.lock(this.instance, this.holder)) {
			this.taken = true;
			throw new LeaseLostException(this.instance);
		}
	}

	/**
	 * Tells that work was given up because the lease has run out.
	 * @return to be thrown
	 */
	public LeaseLostException lost() {
		return new LeaseLostException(this.instance);
	}

	/**
	 * Returns when the job instance was started for the first time.
	 * @return by the database's clock
	 */
	public Instant firstStartedAt() {
		return this.firstStartedAt;
	}

	/**
	 * Tells whether nobody has worked on the job instance before.
	 * @return false if an earlier execution may have left something behind
	 */
	public boolean isFirst() {
		return this.first;
	}

	@Override
	public void close() {
		this.renewal.shutdownNow();
		try {
			this.leases.release(this.instance, this.holder);
		}
		catch (RuntimeException ex) {
			logger.warn("The lease of {} could not be given back; it runs out by itself", this.instance, ex);
		}
	}

}
