package org.imageingest.model.message;

import org.imageingest.model.problem.Problem;
import org.imageingest.model.problem.ProblemType;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class MessageJsonTests {

	private final JsonMapper json = JsonMapper.builder().build();

	@Test
	void anUploadedImageSurvivesTheTrip() {
		UploadedImage image = TestMessages.uploaded();
		JsonNode tree = tree(image);
		assertThat(tree.propertyNames()).containsExactlyInAnyOrder("v", "jobId", "attempt", "imageId", "owner",
				"acceptedAt", "original", "preview", "filename", "tags");
		assertThat(tree.get("original").propertyNames()).containsExactlyInAnyOrder("key", "contentType", "ext", "bytes",
				"sha256");
		assertThat(tree.get("acceptedAt").asString()).isEqualTo("2026-11-22T10:00:00.123Z");
		assertThat(this.json.readValue(tree.toString(), UploadedImage.class)).isEqualTo(image);
	}

	@Test
	void aProcessedImageSurvivesTheTrip() {
		ProcessedImage image = TestMessages.processed();
		JsonNode tree = tree(image);
		assertThat(tree.get("variants").get(0).get("format").asString()).isEqualTo("webp");
		assertThat(tree.propertyNames()).contains("runId", "recipeVersion", "engine", "metadata", "removed", "warnings")
			.doesNotContain("preview", "alreadyPublished");
		assertThat(this.json.readValue(tree.toString(), ProcessedImage.class)).isEqualTo(image);
	}

	@Test
	void aMessageOfAnOlderReleaseLacksNewFields() {
		String older = tree(TestMessages.processed()).toString()
			.replace("\"removed\":[\"gps\"],", "")
			.replace("\"warnings\":[\"colour-profile-ignored\"],", "");
		assertThat(this.json.readValue(older, ProcessedImage.class).warnings()).isEmpty();
		assertThat(this.json.readValue(older, ProcessedImage.class).removed()).isEmpty();
	}

	@Test
	void aMessageOfANewerReleaseHasFieldsThatAreNotKnownHere() {
		UploadedImage uploaded = TestMessages.uploaded();
		ProcessedImage processed = TestMessages.processed();
		JobEvent event = JobEvent.progress(uploaded, JobStage.EXTRACTING_METADATA, TestMessages.ACCEPTED_AT);

		assertThat(this.json.readValue(newer(uploaded), UploadedImage.class)).isEqualTo(uploaded);
		assertThat(this.json.readValue(newer(processed), ProcessedImage.class)).isEqualTo(processed);
		assertThat(this.json.readValue(newer(event), JobEvent.class)).isEqualTo(event);
	}

	/** A new field in the message and in each object and list of objects within it. */
	private String newer(Object message) {
		return tree(message).toString().replace("{", "{\"newField\":[\"new\"],").replace(",}", "}");
	}

	@Test
	void anImageWithoutMetadataIsPublishedAlready() {
		String announced = tree(TestMessages.processed()).toString().replaceAll("\"metadata\":\\{.*?\\}[^}]*\\},", "");
		assertThat(announced).doesNotContain("\"metadata\"");
		assertThat(this.json.readValue(announced, ProcessedImage.class).alreadyPublished()).isTrue();
	}

	@Test
	void eventsUseTheWordsOfTheContract() {
		assertThat(type(
				JobEvent.claimMissing(TestMessages.uploaded(), JobStage.GENERATING_VARIANTS, TestMessages.ACCEPTED_AT)))
			.isEqualTo("claim_missing generating_variants 60");
		assertThat(type(
				JobEvent.progress(TestMessages.uploaded(), JobStage.EXTRACTING_METADATA, TestMessages.ACCEPTED_AT)))
			.isEqualTo("progress extracting_metadata 25");
		assertThat(type(JobEvent.completed(TestMessages.uploaded(), TestMessages.ACCEPTED_AT)))
			.isEqualTo("completed done 100");
		assertThat(type(JobEvent.imageDeleted(TestMessages.uploaded(), TestMessages.ACCEPTED_AT)))
			.isEqualTo("image_deleted uploading 85");
	}

	@Test
	void aFailureCarriesItsProblem() {
		JobEvent event = JobEvent.failed(TestMessages.uploaded(), JobStage.UPLOADING, TestMessages.ACCEPTED_AT,
				Problem.overLimit(ProblemType.TOO_MANY_PIXELS, "Too many", 100, 200).at("job_1"), false);
		JsonNode tree = tree(event);
		assertThat(tree.get("problem").get("limit").asLong()).isEqualTo(100);
		assertThat(tree.get("problem").get("type").asString()).isEqualTo("/problems/too-many-pixels");
		assertThat(tree.has("imageId")).isFalse();
		assertThat(this.json.readValue(tree.toString(), JobEvent.class)).isEqualTo(event);
	}

	private String type(JobEvent event) {
		JsonNode tree = tree(event);
		return tree.get("type").asString() + " " + tree.get("stage").asString() + " " + tree.get("progress").asInt();
	}

	private JsonNode tree(Object message) {
		return this.json.readTree(this.json.writeValueAsBytes(message));
	}

}
