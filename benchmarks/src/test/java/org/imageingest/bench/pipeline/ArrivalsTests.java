package org.imageingest.bench.pipeline;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class ArrivalsTests {

	private final Queue<Integer> begun = new ConcurrentLinkedQueue<>();

	private final Semaphore answers = new Semaphore(0);

	@Test
	void floodWaitsForAnAnswerBeforeItSendsMore() throws InterruptedException {
		Arrivals.flood(3).begin(10, this::upload);
		await().until(() -> this.begun.size() == 3);
		this.answers.release(2);
		await().until(() -> this.begun.size() == 5);
		this.answers.release(100);
		await().until(() -> this.begun.size() == 10);
		assertThat(this.begun).containsExactlyInAnyOrderElementsOf(IntStream.range(0, 10).boxed().toList());
	}

	@Test
	void evenArrivalsDoNotWaitForAnswers() throws InterruptedException {
		Arrivals.every(Duration.ofMillis(1)).begin(10, this::upload);
		await().until(() -> this.begun.size() == 10);
		assertThat(this.begun).containsExactlyInAnyOrderElementsOf(IntStream.range(0, 10).boxed().toList());
	}

	private void upload(int index) {
		this.begun.add(index);
		this.answers.acquireUninterruptibly();
	}

}
