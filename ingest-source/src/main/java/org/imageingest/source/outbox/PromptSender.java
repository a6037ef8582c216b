package org.imageingest.source.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

import org.imageingest.model.message.UploadedImage;
import org.imageingest.source.IngestProperties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Sends the messages of jobs that were just committed, on a thread of its own: an upload
 * is answered after its commit and does not wait for the broker. What cannot be sent now
 * stays in the outbox for {@link OutboxSender}.
 */
@Component
public class PromptSender implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(PromptSender.class);

	private static final int CAPACITY = 1000;

	private static final int BATCH = 50;

	private static final long LOOK_MILLIS = 200;

	private static final Duration STOP_LIMIT = Duration.ofSeconds(5);

	private final BlockingQueue<Committed> committed = new ArrayBlockingQueue<>(CAPACITY);

	private final OutboxDelivery delivery;

	private final Duration patience;

	private volatile boolean running;

	private @Nullable Thread thread;

	PromptSender(OutboxDelivery delivery, IngestProperties properties) {
		this.delivery = delivery;
		this.patience = properties.outbox().resendAfter().dividedBy(2);
	}

	/**
	 * Sends a message soon. Never waits and never throws: the promise lies in the outbox
	 * already.
	 * @param message the message of a committed job
	 */
	public void send(UploadedImage message) {
		if (!this.committed.offer(new Committed(message, System.nanoTime()))) {
			logger.debug("Job {} waits in the outbox", message.jobId());
		}
	}

	@Override
	public void start() {
		this.running = true;
		this.thread = Thread.ofPlatform().name("prompt-sender").start(this::work);
	}

	private void work() {
		while (this.running || !this.committed.isEmpty()) {
			try {
				Committed next = this.committed.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
				if (next != null) {
					deliver(next);
				}
			}
			catch (InterruptedException ex) {
				return;
			}
			catch (RuntimeException ex) {
				logger.error("Committed jobs wait in the outbox", ex);
			}
		}
	}

	/** With whatever else was committed meanwhile: one wait and one deletion for all. */
	private void deliver(Committed next) {
		List<Committed> batch = new ArrayList<>();
		batch.add(next);
		this.committed.drainTo(batch, BATCH - 1);
		this.delivery.deliver(batch.stream().filter(this::isFresh).map(Committed::message).toList());
	}

	/** What has waited here for long is about to be sent by the other sender. */
	private boolean isFresh(Committed job) {
		return System.nanoTime() - job.nanoTime() < this.patience.toNanos();
	}

	@Override
	public void stop() {
		this.running = false;
		Thread stopping = this.thread;
		if (stopping == null) {
			return;
		}
		try {
			if (!stopping.join(STOP_LIMIT)) {
				stopping.interrupt();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	/** Stopped after the web server, which lets the last uploads finish. */
	@Override
	public int getPhase() {
		return WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE - 1;
	}

	/**
	 * A job whose message is to be sent.
	 *
	 * @param message its message
	 * @param nanoTime when it was committed
	 */
	private record Committed(UploadedImage message, long nanoTime) {
	}

}
