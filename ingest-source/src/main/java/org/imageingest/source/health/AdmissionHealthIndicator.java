package org.imageingest.source.health;

import org.imageingest.model.problem.ProblemException;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Up while uploads are taken; otherwise it tells why not.
 */
@Component
class AdmissionHealthIndicator implements HealthIndicator {

	private final AdmissionControl admission;

	AdmissionHealthIndicator(AdmissionControl admission) {
		this.admission = admission;
	}

	@Override
	public Health health() {
		try {
			this.admission.check();
			return Health.up().build();
		}
		catch (ProblemException ex) {
			return Health.outOfService().withDetail("reason", ex.problem().detail()).build();
		}
	}

}
