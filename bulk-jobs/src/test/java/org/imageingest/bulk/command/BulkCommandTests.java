package org.imageingest.bulk.command;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.imageingest.data.DataDirectory;
import org.imageingest.data.DataFolder;
import org.imageingest.data.DataFolderInUseException;
import org.imageingest.data.RuntimeInfo.Endpoints;
import org.imageingest.data.Secrets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.batch.core.job.parameters.JobParameters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

class BulkCommandTests {

	private final List<Assignment> assignments = new ArrayList<>();

	private final List<String> settings = new ArrayList<>();

	private Runnable application = () -> {
	};

	@Test
	void anImportIsAskedForInWordsAndSettingsMayStandAnywhere() {
		assertThat(run("--store.bucket=photos", "import", "/photos", "--owner", "alice", "--image.workers=2", "--tags",
				"a,b", "--skip-limit=7"))
			.isZero();
		JobParameters parameters = ((JobAssignment) this.assignments.getFirst()).parameters();
		assertThat(parameters.getString("source")).isEqualTo("/photos");
		assertThat(parameters.getString("owner")).isEqualTo("alice");
		assertThat(parameters.getString("tags")).isEqualTo("a,b");
		assertThat(parameters.getLong("skipLimit")).isEqualTo(7);
		assertThat(this.settings).contains("--store.bucket=photos", "--image.workers=2", "--bulk.working=true");
	}

	@Test
	void whatIsMadeAnewIsSelectedByOptions() {
		assertThat(run("reprocess", "--only-missing", "--recipe-older-than=3", "--prefix", "img_a")).isZero();
		JobAssignment assignment = (JobAssignment) this.assignments.getFirst();
		assertThat(assignment.job()).isEqualTo("bulk-reprocess");
		assertThat(assignment.parameters().getString("onlyMissing")).isEqualTo("true");
		assertThat(assignment.parameters().getLong("recipeOlderThan")).isEqualTo(3);
		assertThat(assignment.parameters().getString("prefix")).isEqualTo("img_a");
	}

	@Test
	void aMistypedOptionStartsNothing() {
		assertThat(run("import", "/photos", "--ownr", "alice")).isEqualTo(ExitCode.WRONG_USAGE.number());
		assertThat(run("imprt", "/photos")).isEqualTo(ExitCode.WRONG_USAGE.number());
		assertThat(this.assignments).isEmpty();
	}

	@Test
	void plainJobParametersAreALaunchToo() {
		assertThat(run("source=/photos", "owner=alice", "--spring.cloud.task.executionid=7")).isZero();
		assertThat(this.settings).as("what the server is told of it")
			.containsExactly("source=/photos", "owner=alice", "--spring.cloud.task.executionid=7");
		assertThat(
				run("onlyMissing=true", "--spring.batch.job.name=bulk-reprocess", "--spring.cloud.task.executionid=8"))
			.isZero();
		assertThat(run("--spring.batch.job.name=bulk-reprocess")).isZero();
		assertThat(this.assignments).containsExactly(new TaskLaunch(List.of("source=/photos", "owner=alice")),
				new TaskLaunch(List.of("onlyMissing=true")), new TaskLaunch(List.of()));
	}

	@Test
	void whoLooksAtJobsStartsNoWorkers() {
		assertThat(run("jobs", "show", "3")).isZero();
		assertThat(this.settings).contains("--bulk.working=false");
	}

	@Test
	void onADataFolderThatNobodyRunsOnItsStoreIsStartedForTheCommand(@TempDir Path data) {
		this.application = () -> {
			assertThatExceptionOfType(DataFolderInUseException.class)
				.isThrownBy(() -> DataDirectory.open(data, "./run"))
				.withMessageContaining("bulk-jobs import");
			assertThat(run("import", "/photos", "--owner", "alice", "--data", data.toString()))
				.isEqualTo(ExitCode.HELD.number());
		};
		assertThat(run("import", "/photos", "--owner", "alice", "--data", data.toString(), "--store.bucket=mine"))
			.isZero();
		assertThat(this.settings).anyMatch((setting) -> setting.startsWith("--store.endpoint=http://127.0.0.1:"))
			.contains("--ingest.identity-key=" + Secrets.of(new DataFolder(data)).identityKey(), "--store.bucket=mine")
			.doesNotContain("--store.bucket=images");
		assertThatNoException().isThrownBy(() -> DataDirectory.open(data, "./run").close());
	}

	@Test
	void besideARunningStandaloneItsStoreIsUsed(@TempDir Path data) throws Exception {
		try (DataDirectory held = DataDirectory.open(data, "./run")) {
			assertThat(run("import", "/photos", "--owner", "alice", "--data", data.toString()))
				.isEqualTo(ExitCode.HELD.number());
			held.publish(new Endpoints(URI.create("http://127.0.0.1:1"), URI.create("amqp://127.0.0.1:2"),
					URI.create("http://127.0.0.1:3")));
			assertThat(run("import", "/photos", "--owner", "alice", "--data", data.toString())).isZero();
			assertThat(this.settings).contains("--store.endpoint=http://127.0.0.1:3",
					"--store.access-key=" + held.secrets().s3AccessKey(),
					"--store.secret-key=" + held.secrets().s3SecretKey());
		}
	}

	@Test
	void whoLooksAtJobsDoesNotWaitForWhoWorks(@TempDir Path data) {
		this.application = () -> assertThat(run("jobs", "list", "--data", data.toString())).isZero();
		assertThat(run("import", "/photos", "--owner", "alice", "--data", data.toString())).isZero();
		assertThat(this.settings).filteredOn((setting) -> setting.startsWith("--store.endpoint=")).hasSize(1);
	}

	private int run(String... arguments) {
		this.settings.clear();
		Runnable meanwhile = this.application;
		this.application = () -> {
		};
		return BulkCommand.run(List.of(arguments), (assignment, given) -> {
			this.assignments.add(assignment);
			meanwhile.run();
			this.settings.addAll(given);
			return ExitCode.DONE;
		});
	}

}
