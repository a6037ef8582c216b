package org.imageingest.source.outbox;

import java.time.Duration;
import java.util.List;

import org.imageingest.messaging.ConfirmedSender;
import org.imageingest.model.message.UploadedImage;
import org.imageingest.source.JobDatabase;
import org.imageingest.source.TestSettings;
import org.imageingest.source.job.Job;
import org.imageingest.source.job.JobRepositories;
import org.imageingest.source.job.JobRepository;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyList;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

class OutboxSenderTests {

	private final JobDatabase database = new JobDatabase();

	private final JobRepository jobs = JobRepositories.of(this.database);

	private final Outbox outbox = new Outbox(this.database.jdbc);

	private final ConfirmedSender broker = mock(ConfirmedSender.class);

	private final OutboxSender sender = new OutboxSender(this.outbox, this.jobs,
			new OutboxDelivery(this.broker, this.outbox), this.database.transactions,
			TestSettings.outbox(10, Duration.ofMinutes(1)));

	@Test
	void confirmedMessagesLeaveTheOutbox() {
		confirmAll();
		UploadedImage message = accept("job_1");
		age(Duration.ofSeconds(6));
		this.sender.sendWaiting();
		assertThat(this.outbox.backlog().pending()).isZero();
		verify(this.broker).sendAll("output", List.of(message));
	}

	@Test
	void unconfirmedMessagesStayAndAreSentLater() {
		given(this.broker.sendAll(eq("output"), anyList())).willReturn(List.of());
		accept("job_1");
		age(Duration.ofSeconds(6));
		this.sender.sendWaiting();
		assertThat(this.outbox.backlog().pending()).isOne();
		confirmAll();
		this.sender.sendWaiting();
		assertThat(this.outbox.backlog().pending()).isZero();
	}

	@Test
	void youngMessagesAreLeftToThePromptSender() {
		accept("job_1");
		this.sender.sendWaiting();
		verify(this.broker, never()).sendAll(any(), anyList());
		assertThat(this.outbox.backlog().pending()).isOne();
	}

	@Test
	void whatTheBrokerTookBeforeItFailedIsNotSentAgain() {
		given(this.broker.sendAll(eq("output"), anyList()))
			.willAnswer((call) -> call.<List<UploadedImage>>getArgument(1).subList(0, 1));
		accept("job_1");
		accept("job_2");
		age(Duration.ofSeconds(6));
		this.sender.sendWaiting();
		assertThat(this.outbox.backlog().pending()).isOne();
	}

	@Test
	void aBacklogOfSeveralBatchesIsSentInOneGo() {
		confirmAll();
		for (int i = 0; i < 120; i++) {
			accept("job_" + i);
		}
		age(Duration.ofSeconds(6));
		this.sender.sendWaiting();
		assertThat(this.outbox.backlog().pending()).isZero();
		verify(this.broker, times(3)).sendAll(eq("output"), anyList());
	}

	@Test
	void aLateConfirmationDoesNotBreakThePromiseOfALaterAttempt() {
		accept("job_1");
		age(Duration.ofSeconds(6));
		given(this.broker.sendAll(eq("output"), anyList())).willAnswer((call) -> {
			this.database.jdbc.sql("update job set attempt = 2").update();
			this.outbox.renew("job_1");
			return call.getArgument(1);
		});
		new OutboxDelivery(this.broker, this.outbox)
			.deliver(List.of(this.jobs.find("job_1").map(Job::toMessage).orElseThrow()));
		assertThat(this.outbox.backlog().pending()).isOne();
	}

	@Test
	void backlogTellsTheAgeOfTheOldest() {
		accept("job_1");
		age(Duration.ofMinutes(3));
		accept("job_2");
		assertThat(this.outbox.backlog().pending()).isEqualTo(2);
		assertThat(this.outbox.backlog().age()).isBetween(Duration.ofMinutes(3), Duration.ofMinutes(4));
	}

	private void confirmAll() {
		given(this.broker.sendAll(eq("output"), anyList())).willAnswer((call) -> call.getArgument(1));
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
