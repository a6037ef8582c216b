package org.imageingest.bulk.reprocess;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.imageingest.bulk.step.ItemCounts;
import org.imageingest.model.identity.Identifiers;
import org.imageingest.model.identity.IdentityKey;
import org.imageingest.model.message.OriginalObject;
import org.imageingest.model.message.PreviewObject;
import org.imageingest.model.message.ProcessedImage;
import org.imageingest.model.storage.ImageDocument;
import org.imageingest.model.storage.ImageDocument.PublishedVariant;
import org.imageingest.model.storage.ImageDocument.Source;
import org.imageingest.model.storage.ImageMetadata;
import org.imageingest.model.storage.ObjectKeys;
import org.imageingest.photo.FileDigest;
import org.imageingest.store.ImagePublisher;
import org.imageingest.store.PublishOutcome;
import org.imageingest.testkit.TestRaw;
import org.imageingest.testkit.pipeline.Photos;
import org.junit.jupiter.api.Test;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

class ReprocessIntegrationTests extends ReprocessTest {

	@Autowired
	private ImagePublisher publisher;

	@Test
	void allVariantsAreMadeAnewAndEverythingElseStays() throws Exception {
		List<ImageDocument> before = imported(5);
		Set<String> objects = objects();
		JobExecution execution = reprocess();
		assertThat(execution.getStatus()).isEqualTo(BatchStatus.COMPLETED);
		assertThat(countsOf(execution)).isEqualTo(new ItemCounts(5, 0, 0, 0));
		List<ImageDocument> after = inOrder();
		String run = "b" + execution.getJobInstance().getId() + "-" + execution.getId() + "-";
		for (int i = 0; i < before.size(); i++) {
			ImageDocument former = before.get(i);
			assertThat(after.get(i).variants()).hasSize(4)
				.allSatisfy((variant) -> assertThat(variant.key()).contains("/" + run));
			assertThat(after.get(i)).usingRecursiveComparison()
				.ignoringFields("runId", "variants", "updatedAt")
				.isEqualTo(former);
		}
		assertThat(objects()).containsAll(objects).hasSize(objects.size() + 20);
		assertEveryNameLeadsToAnObject();
	}

	@Test
	void onlyWhatIsMissingIsMade() throws Exception {
		List<ImageDocument> before = imported(6);
		List<PublishedVariant> lost = IntStream.of(1, 4).mapToObj((i) -> before.get(i).variants().getFirst()).toList();
		lost.forEach((variant) -> this.store.delete(variant.key()));
		Set<String> objects = objects();
		JobExecution execution = reprocess("onlyMissing", "true");
		assertThat(countsOf(execution)).isEqualTo(new ItemCounts(2, 4, 0, 0));
		Set<String> made = new HashSet<>(objects());
		made.removeAll(objects);
		assertThat(made).hasSize(2).allMatch((key) -> key.endsWith("/thumbnail.webp"));
		ImageDocument completed = inOrder().get(4);
		assertThat(completed.variants().subList(1, 4)).isEqualTo(before.get(4).variants().subList(1, 4));
		assertThat(completed.variants().getFirst().name()).isEqualTo("thumbnail");
		assertThat(completed.placeholder()).isEqualTo(before.get(4).placeholder());
		assertThat(inOrder().get(0)).isEqualTo(before.get(0));
		assertEveryNameLeadsToAnObject();
		assertThat(countsOf(reprocess("onlyMissing", "true"))).isEqualTo(new ItemCounts(0, 6, 0, 0));
	}

	@Test
	void anImageWithoutVariantsGetsThem() throws Exception {
		ImageDocument document = imported(1).getFirst();
		document.variants().forEach((variant) -> this.store.delete(variant.key()));
		String key = ObjectKeys.document(document.imageId());
		String json = new String(this.store.find(key).orElseThrow().content(), StandardCharsets.UTF_8)
			.replaceFirst("\"variants\":\\[.*?]", "\"variants\":[]")
			.replaceFirst("\"warnings\":\\[.*?]",
					"\"warnings\":[\"format-needs-native-engine\",\"original-location-kept\"]");
		this.store.put(key, json.getBytes(StandardCharsets.UTF_8), "application/json");
		assertThat(countsOf(reprocess("onlyMissing", "true"))).isEqualTo(new ItemCounts(1, 0, 0, 0));
		assertThat(inOrder().getFirst().variants()).hasSize(4);
		assertThat(inOrder().getFirst().warnings()).containsExactly("original-location-kept");
	}

	@Test
	void theVariantsOfARawAreMadeOfThePreviewThatItsClientBrought() throws Exception {
		Path raw = file("photo.cr2", TestRaw.CR2.with(Photos.jpeg(32, 24), 1));
		Path preview = file("preview.jpg", Photos.jpeg(64, 48));
		publishWithoutVariants(raw, preview);
		ImageDocument before = inOrder().getFirst();
		assertThat(countsOf(reprocess())).isEqualTo(new ItemCounts(1, 0, 0, 0));
		ImageDocument after = inOrder().getFirst();
		assertThat(after.variants()).hasSize(4).allMatch((variant) -> variant.width() == 64);
		assertThat(after.original()).isEqualTo(before.original());
		assertThat(after.preview()).isEqualTo(before.preview());
		assertThat(after.previewSha256()).isEqualTo(FileDigest.sha256(preview));
		assertNothingIsLeftOver();
	}

	private void publishWithoutVariants(Path raw, Path preview) throws IOException {
		String sha256 = FileDigest.sha256(raw);
		this.store.putFile("staging/job_raw/original", raw, "image/x-canon-cr2");
		this.store.putFile("staging/job_raw/preview", preview, "image/jpeg");
		ImageMetadata metadata = new ImageMetadata(32, 24, 32, 24, 1, null, null, null, null, null, null, null, null,
				null, null, null);
		ProcessedImage image = new ProcessedImage(1, "job_raw", 1,
				IdentityKey.ofHex(IDENTITY_KEY).imageId("alice", sha256), "alice", Instant.now(),
				Identifiers.newRunId(), 1, "portable",
				new OriginalObject("staging/job_raw/original", "image/x-canon-cr2", "cr2", Files.size(raw), sha256),
				new PreviewObject("staging/job_raw/preview", Files.size(preview), FileDigest.sha256(preview)),
				List.of(), metadata, List.of(), List.of(), "photo.cr2", List.of());
		assertThat(this.publisher.publish(image, Source.upload(), () -> true)).isEqualTo(PublishOutcome.PUBLISHED);
	}

	@Test
	void imagesAreSelectedByRecipeNameAndTime() throws Exception {
		List<ImageDocument> before = imported(4);
		change(before.get(2), "\"recipeVersion\":1", "\"recipeVersion\":0");
		assertThat(countsOf(reprocess("recipeOlderThan", "1"))).isEqualTo(new ItemCounts(1, 3, 0, 0));
		assertThat(inOrder().get(2).recipeVersion()).isEqualTo(1);
		String name = before.get(1).imageId();
		assertThat(countsOf(reprocess("prefix", name))).isEqualTo(new ItemCounts(1, 0, 0, 0));
		change(before.get(0), before.get(0).createdAt().toString(), "2020-01-01T23:59:59Z");
		assertThat(countsOf(reprocess("createdBefore", "2020-01-02"))).isEqualTo(new ItemCounts(1, 3, 0, 0));
		assertThat(countsOf(reprocess("createdFrom", "2020-01-02"))).isEqualTo(new ItemCounts(3, 1, 0, 0));
		assertThat(countsOf(reprocess("createdFrom", "2020-01-01", "createdBefore", "2020-01-02T00:00:00Z")))
			.isEqualTo(new ItemCounts(1, 3, 0, 0));
	}

	@Test
	void anImageOfANewerRecipeIsNotReplacedByAnOlderOne() throws Exception {
		List<ImageDocument> before = imported(2);
		change(before.getFirst(), "\"recipeVersion\":1", "\"recipeVersion\":7");
		ImageDocument newer = inOrder().getFirst();
		assertThat(countsOf(reprocess())).isEqualTo(new ItemCounts(1, 1, 0, 0));
		assertThat(inOrder().getFirst()).isEqualTo(newer);
	}

	@Test
	void whatCannotBeMadeAnewStaysAsItIsAndIsReported() throws Exception {
		List<ImageDocument> before = imported(5);
		this.store.delete(before.get(0).original().key());
		this.store.put(before.get(1).original().key(), Photos.jpeg(32, 24), "image/jpeg");
		change(before.get(2), "\"v\":1,", "\"v\":9,");
		this.store.put(ObjectKeys.document(before.get(3).imageId()), "{".getBytes(StandardCharsets.UTF_8),
				"application/json");
		JobExecution execution = reprocess();
		assertThat(execution.getStatus()).isEqualTo(BatchStatus.COMPLETED);
		assertThat(countsOf(execution)).isEqualTo(new ItemCounts(1, 0, 4, 0));
		String report = new String(
				this.store.find(ObjectKeys.report("bulk-reprocess", execution.getJobInstance().getId()))
					.orElseThrow()
					.content(),
				StandardCharsets.UTF_8);
		assertThat(report.lines().skip(1)).hasSize(4);
		assertThat(report).contains(before.get(0).imageId() + "," + before.get(0).imageId() + ",not-found",
				"is not what was stored: its SHA-256 is", "has version 9", "cannot be read");
	}

	@Test
	void whatADeletionLeftBehindIsTakenBack() throws Exception {
		List<ImageDocument> before = imported(3);
		this.store.put(ObjectKeys.tombstone(before.get(1).imageId()),
				("{\"deletedAt\":\"" + Instant.now() + "\"}").getBytes(StandardCharsets.UTF_8), "application/json");
		assertThat(countsOf(reprocess())).isEqualTo(new ItemCounts(2, 0, 0, 1));
		assertThat(inOrder()).extracting(ImageDocument::imageId)
			.containsExactly(before.get(0).imageId(), before.get(2).imageId());
		assertThat(objects()).doesNotContainAnyElementsOf(named(before.get(1)));
	}

	@Test
	void shardsShareTheImages() throws Exception {
		imported(9);
		ItemCounts first = countsOf(reprocess("shard", "1/2"));
		ItemCounts second = countsOf(reprocess("shard", "2/2"));
		assertThat(first.written() + second.written()).isEqualTo(9);
		assertThat(first.read() + second.read()).isEqualTo(9);
	}

	@Test
	void theContextOfAStepIsSmall() throws Exception {
		imported(3);
		JobExecution execution = reprocess();
		List<String> contexts = this.jdbc.sql("""
				select coalesce(cast(c.serialized_context as varchar), c.short_context)
				from batch_step_execution_context c join batch_step_execution s
				on s.step_execution_id = c.step_execution_id where s.job_execution_id = :id
				""").param("id", execution.getId()).query(String.class).list();
		assertThat(contexts).isNotEmpty().allSatisfy((context) -> assertThat(context.length()).isLessThan(2048));
	}

}
