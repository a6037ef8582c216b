package org.imageingest.bulk.launch;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import org.imageingest.bulk.BulkJobsTest;
import org.imageingest.bulk.lease.LeaseHeldException;
import org.imageingest.bulk.step.ItemCounts;
import org.imageingest.testkit.network.TcpProxy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;

import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.TransactionException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The same on PostgreSQL: its commits may fail, by a constraint that is looked at only
 * then, and the line to it may be cut.
 */
@TestPropertySource(properties = { "spring.datasource.hikari.connection-timeout=2000", "bulk.lease.duration=4s",
		"bulk.lease.renewal=1s" })
class PostgresIntegrationTests extends BulkJobsTest {

	private static TcpProxy line;

	@DynamicPropertySource
	static void database(DynamicPropertyRegistry registry) throws IOException {
		PostgresServer.create("bulk", "");
		line = TcpProxy.to("127.0.0.1", PostgresServer.port());
		PostgresServer.register(registry, "bulk", line.port());
	}

	@AfterAll
	static void stop() throws IOException {
		line.close();
	}

	/** As long as a database takes to be started again. */
	@Test
	void aLineThatIsCutForAMomentCostsAnExecutionAtMost() throws Exception {
		photos(20);
		CompletableFuture<JobExecution> running = launchUntilCommitted();
		line.cut();
		line.restore();
		JobExecution cut = running.get();
		// Unknown where the end of the execution could not be saved at the first try.
		assertThat(cut.getStatus()).isIn(BatchStatus.FAILED, BatchStatus.UNKNOWN, BatchStatus.COMPLETED);
		assertThatAllCame(20, (cut.getStatus() == BatchStatus.COMPLETED) ? cut : launchAgain());
	}

	@Test
	void aDatabaseThatStaysAwayEndsTheJobAndTheSameCommandGoesOnOnceItIsBack() throws Exception {
		photos(20);
		CompletableFuture<JobExecution> running = launchUntilCommitted();
		line.cut();
		assertThat(running.handle((execution, failure) -> (failure != null) || execution.getStatus().isUnsuccessful()))
			.succeedsWithin(Duration.ofSeconds(60))
			.isEqualTo(true);
		line.restore();
		assertThatAllCame(20, launchAgain());
	}

	private void photos(int count) throws IOException {
		for (int i = 1; i <= count; i++) {
			photo("%02d.jpg".formatted(i));
		}
	}

	/** The lease of an execution that could not give it back has to run out first. */
	private JobExecution launchAgain() {
		return await().atMost(Duration.ofSeconds(30))
			// The pool finds out about lines that were cut when it uses them.
			.ignoreExceptionsMatching((ex) -> ex.getCause() instanceof LeaseHeldException
					|| ex.getCause() instanceof TransactionException)
			.until(this::launch, (execution) -> true);
	}

	private void assertThatAllCame(int photos, JobExecution done) {
		assertThat(done.getStatus()).isEqualTo(BatchStatus.COMPLETED);
		assertThat(countsOf(done)).isEqualTo(new ItemCounts(photos, 0, 0, 0));
		assertThat(documents()).hasSize(photos);
		assertNothingIsLeftOver();
	}

	private JobExecution launch() {
		try {
			return this.launcher.launch(parameters());
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Launches, and returns when something of this execution is committed. */
	private CompletableFuture<JobExecution> launchUntilCommitted() {
		long before = committed();
		CompletableFuture<JobExecution> running = CompletableFuture.supplyAsync(this::launch);
		await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(5)).until(() -> committed() > before);
		return running;
	}

	private long committed() {
		return this.jdbc.sql("select coalesce(sum(read_count), 0) from batch_step_execution")
			.query(Long.class)
			.single();
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
