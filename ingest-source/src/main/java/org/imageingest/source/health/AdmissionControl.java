package org.imageingest.source.health;

import org.imageingest.model.problem.Problem;
import org.imageingest.model.problem.ProblemException;
import org.imageingest.model.problem.ProblemType;
import org.imageingest.source.IngestProperties;
import org.imageingest.source.outbox.Outbox;
import org.imageingest.source.outbox.Outbox.Backlog;

import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Decides whether an upload can be taken at all. A broker that is down is no reason: the
 * outbox holds the messages, until too many wait or one waits too long.
 */
@Component
public class AdmissionControl {

	private final StoreMonitor store;

	private final Outbox outbox;

	private final IngestProperties.Outbox limits;

	AdmissionControl(StoreMonitor store, Outbox outbox, IngestProperties properties) {
		this.store = store;
		this.outbox = outbox;
		this.limits = properties.outbox();
	}

	/**
	 * Refuses while the service cannot keep a promise.
	 * @throws ProblemException with {@link ProblemType#SERVICE_UNAVAILABLE}
	 */
	public void check() {
		if (!this.store.isUp()) {
			throw new ProblemException(Problem.of(ProblemType.SERVICE_UNAVAILABLE, "The object store does not answer"));
		}
		Backlog backlog = backlog();
		if (backlog.pending() >= this.limits.maxPending()) {
			throw new ProblemException(Problem.overLimit(ProblemType.SERVICE_UNAVAILABLE,
					backlog.pending() + " photos wait for the broker, the limit is " + this.limits.maxPending(),
					this.limits.maxPending(), backlog.pending()));
		}
		if (backlog.age().compareTo(this.limits.maxAge()) > 0) {
			throw new ProblemException(Problem.overLimit(ProblemType.SERVICE_UNAVAILABLE,
					"A photo has waited " + backlog.age().toSeconds() + " seconds for the broker, the limit is "
							+ this.limits.maxAge().toSeconds(),
					this.limits.maxAge().toSeconds(), backlog.age().toSeconds()));
		}
	}

	private Backlog backlog() {
		try {
			return this.outbox.backlog();
		}
		catch (DataAccessException ex) {
			throw new ProblemException(Problem.of(ProblemType.SERVICE_UNAVAILABLE, "The database does not answer"), ex);
		}
	}

}
