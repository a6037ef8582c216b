package org.imageingest.source.idempotency;

import org.imageingest.source.sweep.SweepProperties;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/**
 * Gives back the keys of requests that died with the process before this one, if there is
 * no other that they could belong to: their clients need not wait until the leases run
 * out. Done before this process takes requests.
 */
@Component
class FormerLeases implements InitializingBean {

	private final IdempotencyRecords records;

	private final SweepProperties properties;

	FormerLeases(IdempotencyRecords records, SweepProperties properties) {
		this.records = records;
		this.properties = properties;
	}

	@Override
	public void afterPropertiesSet() {
		if (this.properties.soleWriter()) {
			this.records.releaseAll();
		}
	}

}
