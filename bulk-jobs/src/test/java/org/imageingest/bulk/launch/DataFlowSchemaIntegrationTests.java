package org.imageingest.bulk.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import org.imageingest.bulk.BulkJobsTest;
import org.imageingest.bulk.step.ItemCounts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Jobs on the tables that a Data Flow server has made: those of Spring Batch 5 and Task
 * under its prefixes. Jobs add only their own.
 */
@TestPropertySource(
		properties = { "spring.batch.jdbc.table-prefix=BOOT3_BATCH_", "spring.cloud.task.table-prefix=BOOT3_TASK_",
				"spring.flyway.locations=classpath:db/migration/bulk-jobs/tables" })
class DataFlowSchemaIntegrationTests extends BulkJobsTest {

	/** Enough for a job to be under way still while somebody looks at it. */
	private static final int MANY = 40;

	private static final String DATABASE = "dataflow";

	@Autowired
	private Jobs jobs;

	@DynamicPropertySource
	static void database(DynamicPropertyRegistry registry) throws IOException {
		PostgresServer.create(DATABASE, schemaOfDataFlow());
		PostgresServer.register(registry, DATABASE, PostgresServer.port());
	}

	@AfterAll
	static void forgetTheOldName() {
		System.clearProperty(SequenceOfDataFlow.LEGACY);
	}

	/** The published scripts; Batch 6 has renamed one sequence since. */
	private static String schemaOfDataFlow() throws IOException {
		String batch = new ClassPathResource("org/springframework/batch/core/schema-postgresql.sql")
			.getContentAsString(StandardCharsets.UTF_8);
		String task = new ClassPathResource("org/springframework/cloud/task/schema-postgresql.sql")
			.getContentAsString(StandardCharsets.UTF_8);
		assertThat(batch).contains("BATCH_JOB_INSTANCE_SEQ");
		return (batch.replace("BATCH_JOB_INSTANCE_SEQ", "BATCH_JOB_SEQ") + task)
			.replaceAll("(?i)(create\\s+table|create\\s+sequence|references)\\s+(BATCH|TASK)_", "$1 BOOT3_$2_");
	}

	@Test
	void jobsAreStoppedRestartedAndListedOnTheTablesOfTheServer() throws Exception {
		for (int i = 1; i <= MANY; i++) {
			photo(i + ".jpg");
		}
		CompletableFuture<JobExecution> running = CompletableFuture.supplyAsync(this::launch);
		await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(5)).until(() -> committed() > 0);
		this.jobs.requestStop(this.jobs.lastExecutions(1).getFirst().getId());
		JobExecution stopped = running.get();
		assertThat(stopped.getStatus()).isEqualTo(BatchStatus.STOPPED);
		JobExecution done = launch();
		assertThat(done.getJobInstance().getId()).isEqualTo(stopped.getJobInstance().getId());
		assertThat(done.getStatus()).isEqualTo(BatchStatus.COMPLETED);
		assertThat(countsOf(done)).isEqualTo(new ItemCounts(MANY, 0, 0, 0));
		assertNothingIsLeftOver();
		assertThat(this.jobs.lastExecutions(10)).singleElement().isEqualTo(done);
		assertThat(this.jdbc.sql("select count(*) from boot3_batch_job_execution").query(Long.class).single())
			.isEqualTo(2);
		assertThat(this.jdbc.sql("select last_value from boot3_batch_job_seq").query(Long.class).single()).isPositive();
		assertThat(this.jdbc.sql("select count(*) from boot3_task_execution").query(Long.class).single()).isPositive();
		assertThat(this.jdbc.sql(
				"select count(*) from information_schema.tables where table_name like 'batch%' or table_name like 'task%'")
			.query(Long.class)
			.single()).isZero();
	}

	private JobExecution launch() {
		try {
			return this.launcher.launch(parameters());
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	private long committed() {
		return this.jdbc.sql("select coalesce(max(read_count), 0) from boot3_batch_step_execution")
			.query(Long.class)
			.single();
	}

}
