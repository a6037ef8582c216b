package org.imageingest.bulk.lease;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

import org.imageingest.bulk.BulkProperties;
import org.imageingest.bulk.lease.Leases.Row;
import org.imageingest.bulk.lease.Leases.Taking;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Gives out the lease of the job instance that this process works on, one at a time.
 */
@Component
public class LeaseOffice {

	private static final Logger logger = LoggerFactory.getLogger(LeaseOffice.class);

	private static final Duration POLL = Duration.ofSeconds(1);

	private final Leases leases;

	private final Duration duration;

	private final Duration renewal;

	private final AtomicReference<@Nullable Lease> current = new AtomicReference<>();

	LeaseOffice(Leases leases, BulkProperties properties) {
		this.leases = leases;
		this.duration = properties.lease().duration();
		this.renewal = properties.lease().renewal();
	}

	/**
	 * Takes the lease of a job instance.
	 * @param instance its name
	 * @return the lease, to be closed
	 * @throws LeaseHeldException if another process holds it
	 */
	public Lease take(String instance) {
		String holder = Holder.ofThisProcess().toString();
		Taking taking = this.leases.take(instance, holder, this.duration);
		while (taking == Taking.HELD) {
			awaitEndOfTheDead(instance);
			taking = this.leases.take(instance, holder, this.duration);
		}
		Row row = this.leases.find(instance).orElseThrow();
		Lease lease = new Lease(this.leases, instance, holder, this.duration, row.firstStartedAt(),
				taking == Taking.FIRST);
		lease.renewEvery(this.renewal);
		this.current.set(lease);
		return lease;
	}

	/**
	 * Returns the lease that was taken last.
	 * @return the lease under which this process works
	 */
	public Lease current() {
		return Objects.requireNonNull(this.current.get(), "No lease was taken: start jobs by the launcher");
	}

	/**
	 * Waits a moment if the holder was killed on this machine: it cannot renew its lease,
	 * which still has to run out.
	 */
	private void awaitEndOfTheDead(String instance) {
		Row row = this.leases.find(instance).orElseThrow();
		String holder = row.holder();
		if (holder == null) {
			return;
		}
		if (!Holder.isDead(holder)) {
			throw new LeaseHeldException(holder, String.valueOf(row.expiresAt()));
		}
		logger.info("{} is gone; waiting for the end of its lease at {}", holder, row.expiresAt());
		try {
			Thread.sleep(POLL);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new LeaseHeldException(holder, String.valueOf(row.expiresAt()));
		}
	}

}
