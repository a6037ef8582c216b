package org.imageingest.standalone;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.GpsDirectory;
import org.imageingest.standalone.process.Photos;
import org.imageingest.standalone.process.PipelineClient;
import org.imageingest.standalone.process.StandaloneProcess;
import org.imageingest.testkit.TestJpeg;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The whole way of a photo, from the upload to the addresses of its variants.
 */
class PipelineIntegrationTests {

	private static final Map<String, String> TYPES = Map.of("thumbnail", "image/webp", "thumbnailLegacy", "image/jpeg",
			"web", "image/webp", "webLegacy", "image/jpeg", "original", "image/jpeg");

	@TempDir
	static Path data;

	static StandaloneProcess standalone;

	@BeforeAll
	static void start() throws Exception {
		standalone = StandaloneProcess.start(data);
	}

	@AfterAll
	static void stop() throws Exception {
		standalone.close();
	}

	@Test
	void uploadedPhotoEndsAsFetchableVariantsWithoutItsPlace() throws Exception {
		PipelineClient client = standalone.client();
		byte[] photo = Photos.jpeg(2400, 1600);

		JsonNode status = client.awaitEnd(client.upload(photo));

		assertThat(status.get("status").stringValue()).withFailMessage(status::toString).isEqualTo("completed");
		assertThat(status.get("urls").propertyNames()).containsExactlyInAnyOrderElementsOf(TYPES.keySet());
		for (Map.Entry<String, JsonNode> url : status.get("urls").properties()) {
			HttpResponse<byte[]> file = client.fetch(URI.create(url.getValue().stringValue()));
			assertThat(file.statusCode()).as(url.getKey()).isEqualTo(200);
			assertThat(file.headers().firstValue("Content-Type")).hasValue(TYPES.get(url.getKey()));
			assertThat(file.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
			if (url.getKey().equals("original")) {
				assertThat(file.body()).isEqualTo(photo);
				assertThat(file.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment");
			}
			else {
				assertThatNothingIsTold(file.body());
			}
		}
		assertThat(status.get("metadata").toString()).contains("Testcam")
			.doesNotContainIgnoringCase("gps")
			.doesNotContainIgnoringCase("latitude")
			.doesNotContain("48.25", "11.5");
		assertThat(status.toString()).doesNotContain(Photos.SERIAL);
		assertThat(status.get("removed").toString()).contains("gps", "device-serial");
	}

	@Test
	void photoThatIsNotWholeFailsForGood() throws Exception {
		PipelineClient client = standalone.client();
		byte[] truncated = TestJpeg.jpeg(1200, 900).unique().truncated(0.6);

		JsonNode status = client.awaitEnd(client.upload(truncated));

		assertThat(status.get("status").stringValue()).isEqualTo("failed");
		assertThat(status.get("error").get("type").stringValue()).isEqualTo("/problems/corrupt-image");
		assertThat(status.get("retryable").booleanValue()).isFalse();
	}

	@Test
	void sameBytesTwiceAreOneImageAndTwoCompletedJobs() throws Exception {
		PipelineClient client = standalone.client();
		byte[] photo = Photos.jpeg(800, 600);

		JsonNode first = client.awaitEnd(client.upload(photo));
		JsonNode second = client.awaitEnd(client.upload(photo));

		assertThat(second.get("status").stringValue()).isEqualTo("completed");
		assertThat(second.get("imageId")).isEqualTo(first.get("imageId"));
		assertThat(second.get("jobId")).isNotEqualTo(first.get("jobId"));
	}

	private static void assertThatNothingIsTold(byte[] variant) throws Exception {
		Metadata metadata = ImageMetadataReader.readMetadata(new ByteArrayInputStream(variant));
		assertThat(metadata.getDirectoriesOfType(GpsDirectory.class)).isEmpty();
		assertThat(metadata.getDirectoriesOfType(ExifDirectoryBase.class)).isEmpty();
	}

	@Test
	void secondStartOnTheSameFolderNamesTheHolder() throws Exception {
		try (StandaloneProcess second = StandaloneProcess.launch("--port", "0", "--data", data.toString())) {
			assertThat(second.awaitExit()).isOne();
			assertThat(second.log()).contains("is in use by process").contains(standalone.client().base().toString());
			assertThat(second.output()).isEmpty();
		}
	}

	@Test
	void takenPortIsNamed(@TempDir Path other) throws Exception {
		String port = Integer.toString(standalone.client().base().getPort());
		try (StandaloneProcess second = StandaloneProcess.launch("--port", port, "--data", other.toString())) {
			assertThat(second.awaitExit()).isOne();
			assertThat(second.log()).contains("Port " + port).contains("--port");
		}
	}

	@Test
	void mistypedOptionIsNotTakenForADefault() throws Exception {
		try (StandaloneProcess second = StandaloneProcess.launch("--prot", "0")) {
			assertThat(second.awaitExit()).isEqualTo(2);
			assertThat(second.log()).contains("Unknown option: --prot").contains("Usage:");
		}
	}

}
