package org.imageingest.photo;

import java.io.IOException;
import java.time.Duration;

import org.imageingest.engine.EngineSelfTest;
import org.imageingest.engine.worker.NoIdleWorkerException;
import org.imageingest.engine.worker.PoolState;
import org.imageingest.engine.worker.WorkerPool;
import org.imageingest.model.recipe.Recipe;
import org.imageingest.workspace.TemporaryDirectory;
import org.imageingest.workspace.Workspace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * Up while there is a worker. While none is busy, it also has to make the variants of a
 * tiny picture: its libraries load, and the work directory takes files. No photo waits
 * for this, and a worker that is busy is given up at the time limit anyway.
 */
public final class EngineHealthIndicator extends AbstractHealthIndicator {

	private static final Logger logger = LoggerFactory.getLogger(EngineHealthIndicator.class);

	private static final Duration TEST_LIMIT = Duration.ofSeconds(5);

	private final WorkerPool workers;

	private final Recipe recipe;

	private final Workspace workspace;

	EngineHealthIndicator(WorkerPool workers, Recipe recipe, Workspace workspace) {
		super("The image engine does not work");
		this.workers = workers;
		this.recipe = recipe;
		this.workspace = workspace;
	}

	@Override
	protected void doHealthCheck(Health.Builder builder) throws Exception {
		PoolState state = this.workers.state();
		builder.withDetail("engine", this.workers.description().name())
			.withDetail("workers", state.workers())
			.withDetail("alive", state.alive())
			.withDetail("busy", state.busy());
		if (state.alive() == 0) {
			builder.down().withDetail("reason", state.lastFailure().lines().findFirst().orElse("No worker yet"));
			return;
		}
		if (state.busy() == 0) {
			testWhileIdle();
		}
		builder.up();
	}

	private void testWhileIdle() throws IOException {
		try (TemporaryDirectory directory = this.workspace.newDirectory()) {
			EngineSelfTest.run(this.workers.whileIdle(TEST_LIMIT), this.recipe, directory.create("self-test"));
		}
		catch (NoIdleWorkerException ex) {
			logger.debug("A photo came first", ex);
		}
	}

}
