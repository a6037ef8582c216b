package org.imageingest.source.outbox;

import java.time.Duration;

import org.imageingest.messaging.ConfirmedSender;
import org.imageingest.messaging.NotConfirmedException;
import org.imageingest.model.message.UploadedImage;
import org.imageingest.source.JobDatabase;
import org.imageingest.source.TestSettings;
import org.imageingest.source.job.Job;
import org.imageingest.source.job.JobRepositories;
import org.imageingest.source.job.JobRepository;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.willDoNothing;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

class OutboxSenderTests {

	private final JobDatabase database = new JobDatabase();

	private final JobRepository jobs = JobRepositories.of(this.database);

	private final Outbox outbox = new Outbox(this.database.jdbc);

	private final ConfirmedSender broker = mock(ConfirmedSender.class);

	private final OutboxSender sender = new OutboxSender(this.outbox, this.jobs, this.broker,
			this.database.transactions, TestSettings.outbox(10, Duration.ofMinutes(1)));

	@Test
	void confirmedMessageLeavesTheOutbox() {
		this.sender.sendNow(accept("job_1"));
		assertThat(this.outbox.backlog().pending()).isZero();
	}

	@Test
	void unconfirmedMessageStaysAndIsSentLater() {
		willThrow(mock(NotConfirmedException.class)).willDoNothing()
			.given(this.broker)
			.send(eq("output"), any(UploadedImage.class));
		UploadedImage message = accept("job_1");
		this.sender.sendNow(message);
		assertThat(this.outbox.backlog().pending()).isOne();
		age(Duration.ofSeconds(6));
		this.sender.sendWaiting();
		assertThat(this.outbox.backlog().pending()).isZero();
		verify(this.broker, times(2)).send("output", message);
	}

	@Test
	void nothingAfterTheCommitTurnsTheAnswer() {
		willThrow(new IllegalStateException("unexpected")).given(this.broker).send(any(), any());
		this.sender.sendNow(accept("job_1"));
		assertThat(this.outbox.backlog().pending()).isOne();
	}

	@Test
	void youngMessagesAreLeftToTheirRequests() {
		accept("job_1");
		this.sender.sendWaiting();
		verify(this.broker, never()).send(any(), any());
		assertThat(this.outbox.backlog().pending()).isOne();
	}

	@Test
	void whatTheBrokerTookBeforeItFailedIsNotSentAgain() {
		willDoNothing().willThrow(mock(NotConfirmedException.class))
			.given(this.broker)
			.send(eq("output"), any(UploadedImage.class));
		accept("job_1");
		accept("job_2");
		age(Duration.ofSeconds(6));
		this.sender.sendWaiting();
		assertThat(this.outbox.backlog().pending()).isOne();
	}

	@Test
	void aBacklogOfSeveralBatchesIsSentInOneGo() {
		for (int i = 0; i < 120; i++) {
			accept("job_" + i);
		}
		age(Duration.ofSeconds(6));
		this.sender.sendWaiting();
		assertThat(this.outbox.backlog().pending()).isZero();
	}

	@Test
	void backlogTellsTheAgeOfTheOldest() {
		accept("job_1");
		age(Duration.ofMinutes(3));
		accept("job_2");
		assertThat(this.outbox.backlog().pending()).isEqualTo(2);
		assertThat(this.outbox.backlog().age()).isBetween(Duration.ofMinutes(3), Duration.ofMinutes(4));
	}

	private UploadedImage accept(String jobId) {
		this.jobs.add(JobDatabase.newJob(jobId));
		this.outbox.add(jobId);
		return this.jobs.find(jobId).map(Job::toMessage).orElseThrow();
	}

	private void age(Duration by) {
		this.database.jdbc.sql("update outbox set created_at = dateadd(second, ?, created_at)")
			.param(-by.toSeconds())
			.update();
	}

}
