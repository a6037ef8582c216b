package org.imageingest.bulk.imports;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

import org.imageingest.bulk.BulkJobsTest;
import org.imageingest.bulk.item.SourceException;
import org.imageingest.bulk.step.ItemCounts;
import org.imageingest.model.identity.IdentityKey;
import org.imageingest.model.storage.GpsPosition;
import org.imageingest.model.storage.ImageDocument;
import org.imageingest.model.storage.ObjectKeys;
import org.imageingest.photo.FileDigest;
import org.junit.jupiter.api.Test;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.InvalidJobParametersException;
import org.springframework.batch.core.repository.support.ResourcelessJobRepository;
import org.springframework.test.util.AopTestUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class FolderImportIntegrationTests extends BulkJobsTest {

	@Test
	void jobsAreKeptInTheDatabase() {
		assertThat((Object) AopTestUtils.getUltimateTargetObject(this.repository))
			.isNotInstanceOf(ResourcelessJobRepository.class);
		assertThat(this.jdbc.sql("select count(*) from batch_job_instance").query(Long.class).single()).isNotNegative();
	}

	@Test
	void photosOfAFolderBecomeImagesOfTheOwner() throws Exception {
		Path photo = photo("b/2.jpg");
		photo("b/1.jpg");
		photo("a.jpg");
		JobExecution execution = this.launcher.launch(parameters("tags", "sea, sun"));
		assertThat(execution.getStatus()).isEqualTo(BatchStatus.COMPLETED);
		assertThat(countsOf(execution)).isEqualTo(new ItemCounts(3, 0, 0, 0));
		String imageId = IdentityKey.ofHex(IDENTITY_KEY).imageId("alice", FileDigest.sha256(photo));
		ImageDocument document = documents().stream()
			.filter((it) -> it.imageId().equals(imageId))
			.findFirst()
			.orElseThrow();
		assertThat(document.source().kind()).isEqualTo("import");
		assertThat(document.source().jobInstanceId()).isEqualTo(execution.getJobInstance().getId());
		assertThat(document.tags()).containsExactly("sea", "sun");
		assertThat(document.variants()).hasSize(4);
		assertThat(document.metadata().width()).isEqualTo(32);
		assertThat(document.runId())
			.startsWith("b" + execution.getJobInstance().getId() + "-" + execution.getId() + "-");
		assertThat(this.store.find(document.original().key()).orElseThrow().content())
			.isEqualTo(Files.readAllBytes(photo));
		assertNothingIsLeftOver();
	}

	@Test
	void positionsAreKeptWhereTheOwnerWantsThem() throws Exception {
		photo("1.jpg");
		this.launcher.launch(parameters());
		assertThat(documents().getFirst().metadata().gps()).isNull();
		JobExecution wanted = this.launcher.launch(parameters("keepLocation", "true"));
		assertThat(countsOf(wanted)).isEqualTo(new ItemCounts(0, 1, 0, 0));
		assertThat(documents().getFirst().metadata().gps()).isEqualTo(new GpsPosition(48.25, 11.5));
		this.launcher.launch(parameters());
		assertThat(documents().getFirst().metadata().gps()).isNotNull();
		assertNothingIsLeftOver();
	}

	@Test
	void anotherRunFindsEverythingPresentAndUnitesTags() throws Exception {
		photo("1.jpg");
		photo("2.jpg");
		JobExecution first = this.launcher.launch(parameters());
		JobExecution second = this.launcher.launch(parameters());
		assertThat(second.getJobInstance().getId()).isNotEqualTo(first.getJobInstance().getId());
		assertThat(countsOf(second)).isEqualTo(new ItemCounts(0, 2, 0, 0));
		JobExecution tagged = this.launcher.launch(parameters("tags", "new"));
		assertThat(countsOf(tagged)).isEqualTo(new ItemCounts(0, 2, 0, 0));
		assertThat(documents()).hasSize(2).allSatisfy((document) -> {
			assertThat(document.tags()).containsExactly("new");
			assertThat(document.source().jobInstanceId()).isEqualTo(first.getJobInstance().getId());
		});
		assertNothingIsLeftOver();
	}

	@Test
	void theSameBytesTwiceInAFolderCountOnceAsWritten() throws Exception {
		Path photo = photo("1.jpg");
		Files.copy(photo, this.folder.resolve("2.jpg"));
		Files.copy(photo, this.folder.resolve("3.jpg"));
		JobExecution execution = this.launcher.launch(parameters());
		assertThat(countsOf(execution)).isEqualTo(new ItemCounts(1, 2, 0, 0));
		assertNothingIsLeftOver();
	}

	@Test
	void whatCannotBeTakenIsSkippedAndReported() throws Exception {
		photo("1.jpg");
		file("2.txt", "no photo".getBytes(StandardCharsets.UTF_8));
		file("3.jpg", new byte[0]);
		byte[] broken = Files.readAllBytes(photo("4.jpg"));
		file("4.jpg", Arrays.copyOf(broken, 200));
		JobExecution execution = this.launcher.launch(parameters());
		assertThat(execution.getStatus()).isEqualTo(BatchStatus.COMPLETED);
		assertThat(countsOf(execution)).isEqualTo(new ItemCounts(1, 0, 3, 0));
		String report = new String(this.store.find(ObjectKeys.report("bulk-import", execution.getJobInstance().getId()))
			.orElseThrow()
			.content(), StandardCharsets.UTF_8);
		assertThat(report.lines()).hasSize(4);
		assertThat(report).startsWith("place,uri,problem,reason,skipped_at")
			.contains("2.txt", "unsupported-image-type", "3.jpg", "empty-file", "4.jpg", "corrupt-image");
	}

	@Test
	void tooManySkippedItemsFailTheJobAndAHigherLimitGoesOn() throws Exception {
		for (int i = 1; i <= 6; i++) {
			file(i + ".txt", new byte[0]);
		}
		JobExecution failed = this.launcher.launch(parameters("skipLimit", "3"));
		assertThat(failed.getStatus()).isEqualTo(BatchStatus.FAILED);
		assertThat(countsOf(failed)).isEqualTo(new ItemCounts(0, 0, 2, 0));
		assertThat(exitMessage(failed)).contains("At least 4 items cannot be taken, the limit (skipLimit) is 3")
			.doesNotContain("\n");
		JobExecution gone = this.launcher.launch(parameters("skipLimit", "6"));
		assertThat(gone.getJobInstance().getId()).isEqualTo(failed.getJobInstance().getId());
		assertThat(gone.getStatus()).isEqualTo(BatchStatus.COMPLETED);
		assertThat(countsOf(gone)).isEqualTo(new ItemCounts(0, 0, 6, 0));
		assertThat(this.jdbc.sql("select count(*) from bulk_skipped where job_instance_id = :id")
			.param("id", gone.getJobInstance().getId())
			.query(Long.class)
			.single()).isEqualTo(6);
	}

	/** As it is kept, for whoever looks later. */
	private String exitMessage(JobExecution execution) {
		return this.jdbc.sql("select exit_message from batch_job_execution where job_execution_id = :id")
			.param("id", execution.getId())
			.query(String.class)
			.single();
	}

	@Test
	void shardsShareAFolder() throws Exception {
		for (int i = 1; i <= 9; i++) {
			photo(i + ".jpg");
		}
		JobExecution first = this.launcher.launch(parameters("shard", "1/2"));
		JobExecution second = this.launcher.launch(parameters("shard", "2/2"));
		assertThat(countsOf(first).written() + countsOf(second).written()).isEqualTo(9);
		assertThat(countsOf(first).read() + countsOf(second).read()).isEqualTo(9);
		assertThat(documents()).hasSize(9);
	}

	@Test
	void anImageDeletedAfterTheImportBeganStaysDeleted() throws Exception {
		Path photo = photo("1.jpg");
		photo("2.jpg");
		String imageId = IdentityKey.ofHex(IDENTITY_KEY).imageId("alice", FileDigest.sha256(photo));
		this.store.put(ObjectKeys.tombstone(imageId),
				("{\"deletedAt\":\"" + Instant.now().plusSeconds(3600) + "\"}").getBytes(StandardCharsets.UTF_8),
				"application/json");
		JobExecution execution = this.launcher.launch(parameters());
		assertThat(countsOf(execution)).isEqualTo(new ItemCounts(1, 0, 0, 1));
		assertThat(documents()).hasSize(1);
		assertNothingIsLeftOver();
	}

	@Test
	void theContextOfAStepIsSmall() throws Exception {
		photo("a/folder/with/" + "x".repeat(200) + "/photo.jpg");
		JobExecution execution = this.launcher.launch(parameters());
		List<String> contexts = this.jdbc.sql("""
				select coalesce(cast(c.serialized_context as varchar), c.short_context)
				from batch_step_execution_context c join batch_step_execution s
				on s.step_execution_id = c.step_execution_id where s.job_execution_id = :id
				""").param("id", execution.getId()).query(String.class).list();
		assertThat(contexts).isNotEmpty().allSatisfy((context) -> assertThat(context.length()).isLessThan(2048));
	}

	@Test
	void aFolderThatIsNotThereIsRefusedInWords() {
		assertThatExceptionOfType(SourceException.class)
			.isThrownBy(() -> this.launcher.launch(parameters("source", this.folder + "/none")))
			.withMessage("There is no folder " + this.folder + "/none");
		assertThatExceptionOfType(InvalidJobParametersException.class)
			.isThrownBy(() -> this.launcher.launch(parameters("shard", "3/2")))
			.withMessageContaining("3/2");
		assertThatExceptionOfType(InvalidJobParametersException.class)
			.isThrownBy(() -> this.launcher.launch(parameters("ownr", "bob")))
			.withMessageContaining("ownr");
		assertThatExceptionOfType(SourceException.class)
			.isThrownBy(() -> this.launcher.launch(parameters("source", "s3://no-such-bucket/x")))
			.withMessageContaining("no-such-bucket");
	}

}
