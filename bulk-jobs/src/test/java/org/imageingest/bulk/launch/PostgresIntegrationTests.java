package org.imageingest.bulk.launch;

import java.io.IOException;
import java.io.UncheckedIOException;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.imageingest.bulk.BulkJobsTest;
import org.imageingest.bulk.step.ItemCounts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The same on PostgreSQL, where a commit itself may fail: a constraint that is looked at
 * only then.
 */
class PostgresIntegrationTests extends BulkJobsTest {

	private static EmbeddedPostgres server;

	@DynamicPropertySource
	static void database(DynamicPropertyRegistry registry) throws IOException {
		server = EmbeddedPostgres.builder().start();
		registry.add("spring.datasource.url", () -> server.getJdbcUrl("postgres", "postgres"));
		registry.add("spring.datasource.username", () -> "postgres");
	}

	@AfterAll
	static void stop() {
		try {
			server.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Test
	void aCommitThatFailsTakesNothingPast() throws Exception {
		for (int i = 1; i <= 7; i++) {
			photo(i + ".jpg");
		}
		file("8.txt", new byte[0]);
		this.jdbc.sql("""
				create function refuse() returns trigger language plpgsql as $$
				begin
				    if new.commit_count >= 3 then raise exception 'planned failure of a commit'; end if;
				    return null;
				end $$
				""").update();
		this.jdbc
			.sql("create constraint trigger planned after update on batch_step_execution "
					+ "deferrable initially deferred for each row execute function refuse()")
			.update();
		JobExecution failed = this.launcher.launch(parameters());
		this.jdbc.sql("drop trigger planned on batch_step_execution").update();
		assertThat(failed.getStatus()).isEqualTo(BatchStatus.FAILED);
		assertThat(countsOf(failed)).isEqualTo(new ItemCounts(4, 0, 0, 0));
		JobExecution done = this.launcher.launch(parameters());
		assertThat(done.getStatus()).isEqualTo(BatchStatus.COMPLETED);
		assertThat(countsOf(done)).isEqualTo(new ItemCounts(7, 0, 1, 0));
		assertNothingIsLeftOver();
	}

}
