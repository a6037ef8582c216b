package org.imageingest.bulk.lease;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

import org.imageingest.bulk.BulkProperties;
import org.imageingest.bulk.lease.Leases.Row;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Gives out the lease of the job instance that this process works on, one at a time.
 */
@Component
public class LeaseOffice {

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
		String holder = "process " + ProcessHandle.current().pid() + " on " + hostName() + " ("
				+ UUID.randomUUID().toString().substring(0, 8) + ")";
		if (!this.leases.take(instance, holder, this.duration)) {
			throw this.leases.find(instance)
				.map((row) -> new LeaseHeldException(String.valueOf(row.holder()), String.valueOf(row.expiresAt())))
				.orElseGet(() -> new LeaseHeldException("unknown", "once"));
		}
		Row row = this.leases.find(instance).orElseThrow();
		Lease lease = new Lease(this.leases, instance, holder, this.duration, row.firstStartedAt());
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

	private static String hostName() {
		try {
			return InetAddress.getLocalHost().getHostName();
		}
		catch (UnknownHostException ex) {
			return "this machine";
		}
	}

}
