package org.imageingest.durability;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.imageingest.testkit.pipeline.Photos;
import org.imageingest.testkit.pipeline.PipelineClient;
import org.imageingest.testkit.process.StandaloneProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Keys that sign are replaced: what they signed ends, images and jobs stay.
 */
class KeyRotationIntegrationTests {

	private static final List<String> SIGNING = List.of("token-private.pem", "token-public.pem", "files-key");

	@Test
	void tokensAndLinksOfTheOldKeysEndAndImagesStay(@TempDir Path folder) throws Exception {
		Path data = folder.resolve("data");
		byte[] photo = Photos.jpeg(640, 480);
		PipelineClient before;
		String job;
		String image;
		URI link;
		try (StandaloneProcess first = StandaloneProcess.start(data)) {
			before = first.client();
			job = before.upload(photo);
			JsonNode status = before.awaitEnd(job);
			image = status.path("imageId").asString();
			link = thumbnail(status);
			assertThat(before.fetch(link).statusCode()).isEqualTo(200);
			first.stop();
		}
		for (String key : SIGNING) {
			Files.delete(data.resolve("secrets").resolve(key));
		}
		try (StandaloneProcess second = StandaloneProcess.start(data, before.base().getPort())) {
			PipelineClient after = second.client();
			assertThat(before.ask("GET", "/ingest/jobs").statusCode()).isEqualTo(401);
			assertThat(before.fetch(link).statusCode()).isEqualTo(403);
			JsonNode status = after.awaitEnd(job);
			assertThat(status.path("imageId").asString()).isEqualTo(image);
			assertThat(after.fetch(thumbnail(status)).statusCode()).isEqualTo(200);
			assertThat(after.awaitEnd(after.upload(photo)).path("imageId").asString()).isEqualTo(image);
		}
	}

	private static URI thumbnail(JsonNode status) {
		return URI.create(status.path("urls").path("thumbnail").asString());
	}

}
