package org.imageingest.source.outbox;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import org.imageingest.messaging.ConfirmedSender;
import org.imageingest.model.message.UploadedImage;
import org.imageingest.source.JobDatabase;
import org.imageingest.source.TestSettings;
import org.imageingest.source.job.Job;
import org.imageingest.source.job.JobRepositories;
import org.imageingest.source.job.JobRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.anyList;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

class PromptSenderTests {

	private final JobDatabase database = new JobDatabase();

	private final JobRepository jobs = JobRepositories.of(this.database);

	private final Outbox outbox = new Outbox(this.database.jdbc);

	private final ConfirmedSender broker = mock(ConfirmedSender.class);

	private final PromptSender sender = new PromptSender(new OutboxDelivery(this.broker, this.outbox),
			TestSettings.outbox(10, Duration.ofMinutes(1)));

	@AfterEach
	void stop() {
		this.sender.stop();
	}

	@Test
	void sendsACommittedJobAtOnce() {
		confirmAll();
		this.sender.start();
		UploadedImage message = accept("job_1");
		this.sender.send(message);
		await().untilAsserted(() -> assertThat(this.outbox.backlog().pending()).isZero());
		verify(this.broker).sendAll("output", List.of(message));
	}

	@Test
	void whatWasCommittedWhileTheBrokerTookItsTimeGoesTogether() {
		CountDownLatch slowBroker = new CountDownLatch(1);
		given(this.broker.sendAll(eq("output"), anyList())).willAnswer((call) -> {
			slowBroker.await();
			return call.getArgument(1);
		});
		this.sender.start();
		UploadedImage first = accept("job_1");
		this.sender.send(first);
		await().untilAsserted(() -> verify(this.broker).sendAll("output", List.of(first)));
		UploadedImage second = accept("job_2");
		UploadedImage third = accept("job_3");
		this.sender.send(second);
		this.sender.send(third);
		slowBroker.countDown();
		await().untilAsserted(() -> assertThat(this.outbox.backlog().pending()).isZero());
		verify(this.broker).sendAll("output", List.of(second, third));
	}

	@Test
	void whatTheBrokerDoesNotTakeStaysInTheOutbox() {
		given(this.broker.sendAll(eq("output"), anyList())).willThrow(new IllegalStateException("unexpected"))
			.willReturn(List.of());
		this.sender.start();
		this.sender.send(accept("job_1"));
		this.sender.send(accept("job_2"));
		this.sender.stop();
		assertThat(this.outbox.backlog().pending()).isEqualTo(2);
	}

	@Test
	void whatIsCommittedLastIsStillSentWhenTheAppStops() {
		confirmAll();
		this.sender.send(accept("job_1"));
		this.sender.start();
		this.sender.stop();
		assertThat(this.outbox.backlog().pending()).isZero();
	}

	@Test
	void moreThanCanWaitHoldsUpNoUpload() {
		UploadedImage message = accept("job_1");
		for (int i = 0; i < 2000; i++) {
			this.sender.send(message);
		}
		assertThat(this.outbox.backlog().pending()).isOne();
	}

	private void confirmAll() {
		given(this.broker.sendAll(eq("output"), anyList())).willAnswer((call) -> call.getArgument(1));
	}

	private UploadedImage accept(String jobId) {
		this.jobs.add(JobDatabase.newJob(jobId));
		this.outbox.add(jobId);
		return this.jobs.find(jobId).map(Job::toMessage).orElseThrow();
	}

}
