package org.imageingest.source.health;

import java.time.Duration;

import org.imageingest.model.problem.Problem;
import org.imageingest.model.problem.ProblemException;
import org.imageingest.source.JobDatabase;
import org.imageingest.source.TestSettings;
import org.imageingest.source.job.JobRepositories;
import org.imageingest.source.outbox.Outbox;
import org.imageingest.source.outbox.Outboxes;
import org.imageingest.store.ObjectStore;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.BDDMockito.willDoNothing;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.mock;

class AdmissionControlTests {

	private final JobDatabase database = new JobDatabase();

	private final Outbox outbox = Outboxes.of(this.database);

	private final ObjectStore store = mock(ObjectStore.class);

	private final StoreMonitor monitor = new StoreMonitor(this.store);

	private final AdmissionControl admission = new AdmissionControl(this.monitor, this.outbox,
			TestSettings.outbox(2, Duration.ofMinutes(10)));

	@Test
	void uploadsAreTakenWhileFewPhotosWait() {
		waiting("job_1");
		assertThatCode(this.admission::check).doesNotThrowAnyException();
	}

	@Test
	void tooManyWaitingPhotosRefuseUploads() {
		waiting("job_1");
		waiting("job_2");
		Problem problem = refusal();
		assertThat(problem.limit()).isEqualTo(2);
		assertThat(problem.actual()).isEqualTo(2);
	}

	@Test
	void aPhotoThatWaitsTooLongRefusesUploads() {
		waiting("job_1");
		this.database.jdbc.sql("update outbox set created_at = dateadd(minute, -11, created_at)").update();
		Problem problem = refusal();
		assertThat(problem.limit()).isEqualTo(600);
		assertThat(problem.actual()).isBetween(660L, 720L);
	}

	@Test
	void aStoreThatDoesNotAnswerRefusesUploadsUntilItDoes() {
		willThrow(SdkClientException.create("no route")).willDoNothing().given(this.store).probe();
		this.monitor.look();
		assertThat(refusal().detail()).contains("object store");
		this.monitor.look();
		assertThatCode(this.admission::check).doesNotThrowAnyException();
	}

	@Test
	void aDatabaseThatDoesNotAnswerRefusesUploads() {
		willDoNothing().given(this.store).probe();
		this.database.jdbc.sql("drop table outbox").update();
		assertThat(refusal().detail()).contains("database");
	}

	private Problem refusal() {
		ProblemException refused = catchThrowableOfType(ProblemException.class, this.admission::check);
		assertThat(refused.problem().status()).isEqualTo(503);
		return refused.problem();
	}

	private void waiting(String jobId) {
		JobRepositories.of(this.database).add(JobDatabase.newJob(jobId));
		this.outbox.add(jobId);
	}

}
