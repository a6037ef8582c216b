package org.imageingest.source.cancel;

import java.io.IOException;

import org.imageingest.source.JobDatabase;
import org.imageingest.source.PostgresServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/**
 * On the database of production.
 */
class PostgresCancellationsIntegrationTests extends CancellationsContract {

	private static PostgresServer server;

	@BeforeAll
	static void start() throws IOException {
		server = PostgresServer.start();
	}

	@AfterAll
	static void stop() {
		server.close();
	}

	@Override
	JobDatabase open() {
		return server.newDatabase();
	}

}
