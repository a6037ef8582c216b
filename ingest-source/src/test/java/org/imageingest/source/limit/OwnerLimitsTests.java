package org.imageingest.source.limit;

import java.time.Duration;

import org.imageingest.model.problem.ProblemException;
import org.imageingest.source.JobDatabase;
import org.imageingest.source.event.ProcessingTimes;
import org.imageingest.source.job.JobRepositories;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

class OwnerLimitsTests {

	private final JobDatabase database = new JobDatabase();

	private final ProcessingTimes times = mock();

	@Test
	void whoUploadsTooFastIsToldWhenToComeBack() {
		OwnerLimits limits = limits(new LimitProperties(3, 0));
		for (int i = 0; i < 3; i++) {
			limits.admit("anna");
		}
		ProblemException refused = refused(limits);
		assertThat(refused.problem().type()).isEqualTo("/problems/too-many-requests");
		assertThat(refused.problem().limit()).isEqualTo(3);
		assertThat(refused.problem().actual()).isEqualTo(4);
		assertThat(refused.retryAfter().orElseThrow()).isBetween(Duration.ofSeconds(15), Duration.ofSeconds(20));
		assertThatNoException().isThrownBy(() -> limits.admit("ben"));
	}

	@Test
	void theFilesOfABatchAreCountedInAdvance() {
		OwnerLimits limits = limits(new LimitProperties(60, 0));
		limits.admit("anna");
		for (int i = 0; i < 99; i++) {
			limits.count("anna");
		}
		assertThat(refused(limits).retryAfter().orElseThrow()).isBetween(Duration.ofSeconds(35),
				Duration.ofSeconds(41));
	}

	@Test
	void whoWaitsForTooManyJobsIsRefusedUntilOneHasEnded() {
		given(this.times.estimate()).willReturn(Duration.ofSeconds(7));
		OwnerLimits limits = limits(new LimitProperties(0, 2));
		add("job_1");
		add("job_2");
		ProblemException refused = refused(limits);
		assertThat(refused.problem().type()).isEqualTo("/problems/too-many-jobs");
		assertThat(refused.problem().limit()).isEqualTo(2);
		assertThat(refused.problem().actual()).isEqualTo(2);
		assertThat(refused.retryAfter()).contains(Duration.ofSeconds(7));
		assertThatNoException().isThrownBy(() -> limits.admit("ben"));
		JobRepositories.transitionsOf(this.database).complete("job_1");
		await().untilAsserted(() -> assertThatNoException().isThrownBy(() -> limits.admit("anna")));
	}

	@Test
	void zeroIsNoLimit() {
		OwnerLimits limits = limits(new LimitProperties(0, 0));
		add("job_1");
		assertThatNoException().isThrownBy(() -> {
			for (int i = 0; i < 1000; i++) {
				limits.admit("anna");
				limits.count("anna");
			}
		});
	}

	private void add(String jobId) {
		JobRepositories.of(this.database).add(JobDatabase.newJob(jobId));
	}

	private OwnerLimits limits(LimitProperties properties) {
		return new OwnerLimits(new UploadRate(properties),
				new JobsInFlight(this.database.jdbc, this.times, properties));
	}

	private static ProblemException refused(OwnerLimits limits) {
		return catchThrowableOfType(ProblemException.class, () -> limits.admit("anna"));
	}

}
