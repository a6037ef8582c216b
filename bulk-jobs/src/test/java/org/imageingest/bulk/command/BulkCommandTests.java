package org.imageingest.bulk.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.batch.core.job.parameters.JobParameters;

import static org.assertj.core.api.Assertions.assertThat;

class BulkCommandTests {

	private final List<Assignment> assignments = new ArrayList<>();

	private final List<String> settings = new ArrayList<>();

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
		assertThat(run("job=bulk-reprocess", "--spring.cloud.task.executionid=8")).isZero();
		assertThat(this.assignments).containsExactly(new TaskLaunch(List.of("source=/photos", "owner=alice")),
				new TaskLaunch(List.of("job=bulk-reprocess")));
	}

	@Test
	void whoLooksAtJobsStartsNoWorkers() {
		assertThat(run("jobs", "show", "3")).isZero();
		assertThat(this.settings).contains("--bulk.working=false");
	}

	@Test
	void aDataFolderWithoutAPipelineIsRefusedAndOneWithItTellsTheRest(@TempDir Path data) throws Exception {
		assertThat(run("import", "/photos", "--owner", "alice", "--data", data.toString()))
			.isEqualTo(ExitCode.WRONG_USAGE.number());
		Files.createDirectory(data.resolve("secrets"));
		Files.writeString(data.resolve("secrets").resolve("identity-key"), "abc\n");
		Files.writeString(data.resolve("runtime.json"), """
				{"pid": %d, "endpoints": {"s3": "http://127.0.0.1:1"},
				"credentials": {"s3AccessKey": "key", "s3SecretKey": "secret"}}
				""".formatted(ProcessHandle.current().pid()));
		assertThat(run("import", "/photos", "--owner", "alice", "--data", data.toString(), "--store.bucket=mine"))
			.isZero();
		assertThat(this.settings)
			.contains("--store.endpoint=http://127.0.0.1:1", "--store.access-key=key", "--store.secret-key=secret",
					"--ingest.identity-key=abc", "--store.bucket=mine")
			.doesNotContain("--store.bucket=images");
	}

	private int run(String... arguments) {
		this.settings.clear();
		return BulkCommand.run(List.of(arguments), (assignment, given) -> {
			this.assignments.add(assignment);
			this.settings.addAll(given);
			return ExitCode.DONE;
		});
	}

}
