package org.imageingest.bulk.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.imageingest.bulk.BulkJobsTest;
import org.imageingest.bulk.step.ItemCounts;
import org.imageingest.model.storage.ImageDocument;
import org.imageingest.testkit.pipeline.Photos;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

import static org.assertj.core.api.Assertions.assertThat;

class BucketImportIntegrationTests extends BulkJobsTest {

	private static final String PREFIX = "incoming/";

	@Autowired
	private Environment environment;

	@BeforeEach
	void emptyPrefix() {
		this.store.deleteAll(PREFIX);
	}

	@Test
	void objectsUnderAPrefixAreImportedAndTheirOriginalsCopiedInsideTheStore() throws Exception {
		byte[] photo = Photos.jpeg(32, 24);
		this.store.put(PREFIX + "a b/ä.jpg", photo, "image/jpeg");
		this.store.put(PREFIX + "c.jpg", Photos.jpeg(32, 24), "image/jpeg");
		this.store.put(PREFIX + "folder/", new byte[0], "application/octet-stream");
		this.store.put(PREFIX + "note.txt", "no photo".getBytes(), "text/plain");
		JobExecution execution = this.launcher.launch(parameters("source", "s3://" + bucket() + "/" + PREFIX));
		assertThat(execution.getStatus()).isEqualTo(BatchStatus.COMPLETED);
		assertThat(countsOf(execution)).isEqualTo(new ItemCounts(2, 0, 1, 0));
		assertThat(documents())
			.extracting((document) -> this.store.find(document.original().key()).orElseThrow().content())
			.contains(photo);
		assertNothingIsLeftOver();
	}

	@Test
	void theLinesOfAManifestNameOwnersAndTags() throws Exception {
		this.store.put(PREFIX + "1.jpg", Photos.jpeg(32, 24), "image/jpeg");
		photo("2.jpg");
		Path manifest = manifest("uri,owner,tags\ns3://" + bucket() + "/" + PREFIX
				+ "1.jpg,bob,\"sea,sun\"\n2.jpg,,\nnone.jpg,,\nbad\n");
		JobExecution execution = this.launcher.launch(parameters("source", manifest.toString()));
		assertThat(countsOf(execution)).isEqualTo(new ItemCounts(2, 0, 2, 0));
		assertThat(documents()).extracting(ImageDocument::owner).containsExactlyInAnyOrder("alice", "bob");
		assertThat(documents()).filteredOn((document) -> document.owner().equals("bob"))
			.first()
			.extracting(ImageDocument::tags)
			.isEqualTo(List.of("sea", "sun"));
		assertThat(this.jdbc.sql("select reason from bulk_skipped where job_instance_id = :id order by place")
			.param("id", execution.getJobInstance().getId())
			.query(String.class)
			.list()).containsExactly("The file is gone", "Line 5: There are 1 fields instead of 3");
		assertNothingIsLeftOver();
	}

	/** What is another shard's, or there already, costs neither memory nor rows. */
	@Test
	void ofTwentyThousandLinesOnlyAPlaceAndCountsAreKept() throws Exception {
		for (int i = 0; i < 5; i++) {
			photo(i + ".jpg");
		}
		StringBuilder lines = new StringBuilder("uri\n");
		for (int i = 0; i < 20_000; i++) {
			lines.append("x").append(i).append("/../").append(i % 5).append(".jpg\n");
		}
		Path manifest = manifest(lines.toString());
		JobExecution execution = this.launcher.launch(parameters("source", manifest.toString(), "shard", "7/100"));
		ItemCounts counts = countsOf(execution);
		assertThat(execution.getStatus()).isEqualTo(BatchStatus.COMPLETED);
		assertThat(counts.written()).isEqualTo(5);
		assertThat(counts.present()).isBetween(100L, 300L);
		assertThat(this.jdbc.sql("select length(short_context) + coalesce(length(serialized_context), 0) from "
				+ "batch_step_execution_context c join batch_step_execution s on s.step_execution_id = c.step_execution_id "
				+ "where s.job_execution_id = :id")
			.param("id", execution.getId())
			.query(Integer.class)
			.single()).isLessThan(2048);
		assertNothingIsLeftOver();
	}

	private Path manifest(String content) throws IOException {
		return Files.writeString(this.folder.resolve("photos.csv"), content);
	}

	private String bucket() {
		return this.environment.getRequiredProperty("store.bucket");
	}

}
