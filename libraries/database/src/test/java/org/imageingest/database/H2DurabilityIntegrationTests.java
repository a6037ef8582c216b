package org.imageingest.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

class H2DurabilityIntegrationTests {

	private static final int ROWS = 200;

	@TempDir
	Path folder;

	@Test
	void committedRowsSurviveAKill() throws Exception {
		String url = "jdbc:h2:file:" + this.folder.resolve("durable") + ";WRITE_DELAY=0";
		Path told = this.folder.resolve("told");
		Process writer = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-cp",
				System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
				Writer.class.getName(), url)
			.redirectOutput(told.toFile())
			.redirectError(ProcessBuilder.Redirect.INHERIT)
			.start();
		await().atMost(Duration.ofSeconds(60)).until(() -> committed(told) >= ROWS || !writer.isAlive());
		writer.destroyForcibly();
		assertThat(writer.waitFor(20, TimeUnit.SECONDS)).isTrue();

		int committed = committed(told);
		assertThat(committed).isGreaterThanOrEqualTo(ROWS);
		try (Connection connection = DriverManager.getConnection(url);
				var rows = connection.createStatement().executeQuery("select count(*) from t")) {
			rows.next();
			assertThat(rows.getInt(1)).isGreaterThanOrEqualTo(committed);
		}
	}

	/** Counts whole lines: each was written after its commit. */
	private static int committed(Path told) throws IOException {
		return (int) Files.readString(told).chars().filter((next) -> next == '\n').count();
	}

	@Test
	void anH2ThatWritesLateIsRefused() {
		JdbcDataSource dataSource = new JdbcDataSource();
		dataSource.setURL("jdbc:h2:file:" + this.folder.resolve("late"));
		assertThatIllegalStateException().isThrownBy(() -> new H2DurabilityCheck(dataSource).afterPropertiesSet())
			.withMessageContaining("500 ms")
			.withMessageContaining("WRITE_DELAY=0");
	}

	@Test
	void anH2ThatWritesAtOnceIsTaken() {
		JdbcDataSource dataSource = new JdbcDataSource();
		dataSource.setURL("jdbc:h2:file:" + this.folder.resolve("prompt") + ";WRITE_DELAY=0");
		assertThatCode(() -> new H2DurabilityCheck(dataSource).afterPropertiesSet()).doesNotThrowAnyException();
	}

	/** Commits rows and tells each, until it is killed. */
	static final class Writer {

		public static void main(String[] args) throws Exception {
			try (Connection connection = DriverManager.getConnection(args[0])) {
				connection.createStatement().execute("create table t (id int primary key)");
				for (int i = 1;; i++) {
					connection.createStatement().execute("insert into t values (" + i + ")");
					System.out.println(i);
				}
			}
		}

	}

}
