package org.imageingest.source.limit;

import java.time.Duration;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import org.imageingest.model.problem.Problem;
import org.imageingest.model.problem.ProblemException;
import org.imageingest.model.problem.ProblemType;

import org.springframework.stereotype.Component;

/**
 * How fast each owner uploads to this instance: a bucket of a minute's photos, refilled
 * steadily. A request with several photos needs one to begin with and takes the others as
 * they come, if need be in advance: how many there are is not known before it is read.
 */
@Component
class UploadRate {

	private static final Duration MINUTE = Duration.ofMinutes(1);

	/** Most photos that a request may take in advance. */
	private static final int ADVANCE = 1000;

	private final int perMinute;

	private final Cache<String, Bucket> buckets;

	UploadRate(LimitProperties properties) {
		this.perMinute = properties.uploadsPerMinute();
		// By then it is full again, so that forgetting it changes nothing
		this.buckets = Caffeine.newBuilder()
			.expireAfterAccess(MINUTE.multipliedBy(2 + ADVANCE / Math.max(1, this.perMinute)))
			.build();
	}

	/**
	 * Takes the first photo of a request.
	 * @param owner the caller
	 * @throws ProblemException {@link ProblemType#TOO_MANY_REQUESTS} if there is none
	 * left
	 */
	void first(String owner) {
		if (this.perMinute == 0) {
			return;
		}
		ConsumptionProbe probe = bucket(owner).tryConsumeAndReturnRemaining(1);
		if (!probe.isConsumed()) {
			throw new ProblemException(Problem.overLimit(ProblemType.TOO_MANY_REQUESTS,
					"More than " + this.perMinute + " photos in a minute, the limit", this.perMinute,
					this.perMinute + 1L), Duration.ofNanos(probe.getNanosToWaitForRefill()));
		}
	}

	/**
	 * Takes another photo of a request that was let in.
	 * @param owner the caller
	 */
	void another(String owner) {
		if (this.perMinute > 0) {
			bucket(owner).consumeIgnoringRateLimits(1);
		}
	}

	private Bucket bucket(String owner) {
		return this.buckets.get(owner,
				(key) -> Bucket.builder()
					.addLimit((limit) -> limit.capacity(this.perMinute).refillGreedy(this.perMinute, MINUTE))
					.build());
	}

}
