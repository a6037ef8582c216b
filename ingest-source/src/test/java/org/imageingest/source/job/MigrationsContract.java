package org.imageingest.source.job;

import java.util.List;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.imageingest.model.message.JobStage;
import org.imageingest.source.JobDatabase;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whoever upgrades has rows of every version before in the database.
 */
abstract class MigrationsContract {

	abstract DataSource open();

	@Test
	void jobsOfEachVersionBeforeAreReadAfterTheUpgrade() {
		DataSource dataSource = open();
		List<String> versions = versions(dataSource);
		for (String version : versions) {
			flyway(dataSource, version).migrate();
			insert(JdbcClient.create(dataSource), version);
		}
		assertThat(versions).hasSizeGreaterThan(1);

		JobDatabase database = new JobDatabase(dataSource);

		JobRepository jobs = JobRepositories.of(database);
		for (String version : versions) {
			Job job = jobs.find("job_" + version).orElseThrow();
			assertThat(job.state()).isEqualTo(JobState.PROCESSING);
			assertThat(job.stage()).isEqualTo(JobStage.EXTRACTING_METADATA);
			assertThat(job.toMessage().original().key()).isEqualTo("staging/job_" + version + "/original");
			assertThat(job.tags()).containsExactly("sea", "sun");
			assertThat(JobRepositories.transitionsOf(database).complete(job.jobId())).isTrue();
		}
		assertThat(database.jdbc.sql("select count(*) from outbox").query(Integer.class).single())
			.isEqualTo(versions.size());
	}

	/** With what the first version knew; each later one has to fill in the rest. */
	private static void insert(JdbcClient jdbc, String version) {
		jdbc.sql("""
				insert into job (job_id, image_id, owner, status, attempt, stage, progress, accepted_at, updated_at,
				                 original_key, content_type, extension, bytes, sha256, filename, tags)
				values (:jobId, 'img_a', 'anna', 'processing', 1, 'extracting_metadata', 25, current_timestamp,
				        current_timestamp, :key, 'image/jpeg', 'jpg', 3, :sha256, 'beach.jpg', '["sea","sun"]')
				""")
			.param("jobId", "job_" + version)
			.param("key", "staging/job_" + version + "/original")
			.param("sha256", "0".repeat(64))
			.update();
		jdbc.sql("insert into outbox (job_id, created_at) values (?, current_timestamp)")
			.param("job_" + version)
			.update();
	}

	private static List<String> versions(DataSource dataSource) {
		return List.of(flyway(dataSource, "latest").info().all())
			.stream()
			.map(MigrationInfo::getVersion)
			.map(Object::toString)
			.toList();
	}

	private static Flyway flyway(DataSource dataSource, String target) {
		return Flyway.configure()
			.dataSource(dataSource)
			.locations("classpath:db/migration/ingest-source")
			.target(target)
			.load();
	}

}
