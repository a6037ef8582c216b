package org.imageingest.source.progress;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Keeps the streams going, on threads of its own: neither a slow store nor a slow
 * database is to hold up signs of life.
 */
@Component
class ProgressLoop implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(ProgressLoop.class);

	private static final Duration STOP_LIMIT = Duration.ofSeconds(3);

	private final ChangeFeed feed;

	private final ChangeNumbering numbering;

	private final OpenStreams streams;

	private final ProgressProperties settings;

	private final Clock clock;

	private volatile @Nullable ScheduledExecutorService threads;

	private volatile boolean databaseFails;

	ProgressLoop(ChangeFeed feed, ChangeNumbering numbering, OpenStreams streams, ProgressProperties settings,
			Clock clock) {
		this.feed = feed;
		this.numbering = numbering;
		this.streams = streams;
		this.settings = settings;
		this.clock = clock;
	}

	@Override
	public void start() {
		this.streams.start();
		ScheduledExecutorService executor = Executors.newScheduledThreadPool(2,
				Thread.ofPlatform().daemon().name("progress-", 0).factory());
		schedule(executor, this::lookForChanges, this.settings.interval());
		schedule(executor, this::numberWhileNobodyFollows, this.settings.idleInterval());
		schedule(executor, this::lookAtTheClock, this.settings.interval());
		this.threads = executor;
	}

	private static void schedule(ScheduledExecutorService executor, Runnable task, Duration pause) {
		ScheduledFuture<?> unused = executor.scheduleWithFixedDelay(task, pause.toMillis(), pause.toMillis(),
				TimeUnit.MILLISECONDS);
	}

	private void lookForChanges() {
		withDatabase(this.feed::look);
	}

	private void numberWhileNobodyFollows() {
		if (this.streams.count() == 0) {
			withDatabase(this.numbering::numberChanges);
		}
	}

	private void lookAtTheClock() {
		try {
			this.streams.look(this.clock.instant());
		}
		catch (RuntimeException ex) {
			logger.error("Streams were given no sign of life", ex);
		}
	}

	/** Tries again at the next look; the log tells of the first failure only. */
	private void withDatabase(Runnable work) {
		try {
			work.run();
			this.databaseFails = false;
		}
		catch (RuntimeException ex) {
			if (!this.databaseFails) {
				logger.warn("Changes of jobs cannot be read; their clients are told later", ex);
			}
			this.databaseFails = true;
		}
	}

	@Override
	public void stop() {
		this.streams.stop();
		ScheduledExecutorService stopping = this.threads;
		this.threads = null;
		if (stopping == null) {
			return;
		}
		// Not interrupted: H2 would take that for the end of its file.
		stopping.shutdown();
		try {
			if (!stopping.awaitTermination(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
				logger.warn("The database does not answer; leaving all the same");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public boolean isRunning() {
		return this.threads != null;
	}

	/** Stopped before the web server, which would wait for the streams to end. */
	@Override
	public int getPhase() {
		return WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE + 1;
	}

}
