package org.imageingest.source.job;

import java.io.IOException;

import javax.sql.DataSource;

import org.imageingest.source.PostgresServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresMigrationsIntegrationTests extends MigrationsContract {

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
	DataSource open() {
		return server.newDataSource();
	}

}
