package org.imageingest.source.progress;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.imageingest.source.JobDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * On the database of production.
 */
class PostgresChangeNumberingIntegrationTests extends ChangeNumberingContract {

	private static EmbeddedPostgres server;

	private static int databases;

	@BeforeAll
	static void start() throws IOException {
		File log = Files.createDirectories(Path.of("target", "logs")).resolve("postgres.log").toFile();
		server = EmbeddedPostgres.builder()
			.setOutputRedirector(Redirect.to(log))
			.setErrorRedirector(Redirect.appendTo(log))
			.start();
	}

	@AfterAll
	static void stop() throws IOException {
		server.close();
	}

	@Override
	JobDatabase open() {
		String name = "jobs" + databases++;
		JdbcClient.create(server.getPostgresDatabase()).sql("create database " + name).update();
		return new JobDatabase(server.getDatabase("postgres", name));
	}

}
