package org.imageingest.endtoend;

import java.nio.file.Path;

import org.imageingest.endtoend.broker.RabbitServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * The contract, kept by two instances of each app with RabbitMQ and PostgreSQL, and what
 * only separate processes can go through.
 */
class SeparateAppsIntegrationTests extends PipelineContract {

	@TempDir
	static Path folder;

	private static RabbitServer broker;

	private static SeparateStack stack;

	@BeforeAll
	static void start() throws Exception {
		broker = RabbitServer.find().orElse(null);
		if (broker != null) {
			stack = SeparateStack.start(broker.address(), folder);
		}
	}

	@AfterAll
	static void stop() {
		if (stack != null) {
			stack.close();
		}
		if (broker != null) {
			broker.close();
		}
	}

	/** Before each, so that each is named among the skipped. */
	@BeforeEach
	void needsRabbitMq() {
		assumeThat(broker).as(RabbitServer.MISSING).isNotNull();
	}

	@Override
	PipelineStack stack() {
		return stack;
	}

}
