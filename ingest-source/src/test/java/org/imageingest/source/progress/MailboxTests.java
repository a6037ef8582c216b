package org.imageingest.source.progress;

import java.time.Instant;
import java.util.List;

import org.imageingest.source.job.JobState;
import org.imageingest.source.listing.JobChange;
import org.imageingest.source.listing.JobItem;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MailboxTests {

	private final Mailbox mailbox = new Mailbox(3, 0);

	@Test
	void ofEachJobTheLatestChangeIsTakenInOrder() {
		this.mailbox.put(change("job_a", 1));
		this.mailbox.put(change("job_b", 2));
		this.mailbox.put(change("job_a", 3));
		assertThat(this.mailbox.take().changes()).extracting(JobChange::number).containsExactly(2L, 3L);
		assertThat(this.mailbox.isEmpty()).isTrue();
	}

	@Test
	void whatWasTakenIsNotTakenAgain() {
		this.mailbox.put(change("job_a", 5));
		this.mailbox.take();
		this.mailbox.put(change("job_a", 5));
		this.mailbox.put(change("job_b", 4));
		assertThat(this.mailbox.isEmpty()).isTrue();
	}

	@Test
	void whatCameWhileTheBeginningWasReadIsKept() {
		this.mailbox.put(change("job_a", 20));
		this.mailbox.put(change("job_b", 8));
		this.mailbox.begin(List.of(change("job_a", 0), change("job_b", 12), change("job_c", 0)), 15);
		Mailbox.Contents contents = this.mailbox.take();
		assertThat(contents.changes()).extracting(JobChange::jobId).containsExactly("job_c", "job_b", "job_a");
		assertThat(contents.changes()).extracting(JobChange::number).containsExactly(0L, 12L, 20L);
		assertThat(contents.position()).isEqualTo(20);
	}

	@Test
	void moreThanFitsIsForgottenAndTheClientListsAnew() {
		for (int i = 1; i <= 10; i++) {
			this.mailbox.put(change("job_" + i, i));
		}
		Mailbox.Contents contents = this.mailbox.take();
		assertThat(contents.changes()).isEmpty();
		assertThat(contents.overflown()).isTrue();
		assertThat(contents.position()).isEqualTo(10);

		this.mailbox.put(change("job_1", 11));
		assertThat(this.mailbox.take().changes()).hasSize(1);
	}

	@Test
	void aClientThatKnowsANumberThatNeverWasIsSentBack() {
		Mailbox ahead = new Mailbox(3, 900);
		ahead.skipTo(7);
		ahead.put(change("job_a", 8));
		assertThat(ahead.take().overflown()).isTrue();
		ahead.put(change("job_a", 9));
		assertThat(ahead.take().changes()).hasSize(1);
	}

	private static JobChange change(String jobId, long number) {
		return new JobChange("anna", number, JobState.PROCESSING, new JobItem(jobId, null, "processing", 10, "queued",
				"a.jpg", 3, Instant.EPOCH, null, null, null, null, null));
	}

}
