package org.imageingest.bulk.step;

import java.io.IOException;
import java.io.InterruptedIOException;

import org.imageingest.bulk.BulkProperties;
import org.imageingest.store.PublishConflictException;
import software.amazon.awssdk.core.exception.SdkException;

import org.springframework.core.retry.RetryPolicy;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * Tells the faults that may pass and lets them be waited for. What a photo itself is to
 * blame for never gets here.
 */
class PassingFaults implements RetryPolicy {

	private final BulkProperties.Retry settings;

	PassingFaults(BulkProperties.Retry settings) {
		this.settings = settings;
	}

	@Override
	public boolean shouldRetry(Throwable fault) {
		return fault instanceof SdkException || fault instanceof PublishConflictException
				|| (fault instanceof IOException && !(fault instanceof InterruptedIOException));
	}

	@Override
	public BackOff getBackOff() {
		ExponentialBackOff backOff = new ExponentialBackOff(this.settings.delay().toMillis(),
				this.settings.multiplier());
		backOff.setMaxInterval(this.settings.maxDelay().toMillis());
		backOff.setMaxAttempts(this.settings.attempts() - 1);
		return backOff;
	}

}
