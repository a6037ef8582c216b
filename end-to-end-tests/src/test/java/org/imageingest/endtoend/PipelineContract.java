package org.imageingest.endtoend;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.GpsDirectory;
import org.imageingest.endtoend.bucket.Bucket;
import org.imageingest.model.storage.ImageDocument;
import org.imageingest.model.storage.ObjectKeys;
import org.imageingest.testkit.TestJpeg;
import org.imageingest.testkit.TestRaw;
import org.imageingest.testkit.pipeline.Photos;
import org.imageingest.testkit.pipeline.PipelineClient;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What the pipeline promises to its clients, however it is run. Each test leaves the
 * bucket tidy, so that all may share one pipeline.
 */
abstract class PipelineContract {

	private static final Map<String, String> TYPES = Map.of("thumbnail", "image/webp", "thumbnailLegacy", "image/jpeg",
			"web", "image/webp", "webLegacy", "image/jpeg", "original", "image/jpeg");

	private static final Duration TIDY_LIMIT = Duration.ofMinutes(1);

	abstract PipelineStack stack();

	@Test
	void photoEndsAsFetchableVariantsWithoutItsPlace() throws Exception {
		PipelineClient client = stack().clients().getFirst();
		byte[] photo = Photos.jpeg(2400, 1600);

		JsonNode status = client.awaitEnd(client.upload(photo));

		assertThatIsCompleted(status);
		assertThat(status.get("urls").propertyNames()).containsExactlyInAnyOrderElementsOf(TYPES.keySet());
		for (Map.Entry<String, JsonNode> url : status.get("urls").properties()) {
			HttpResponse<byte[]> file = client.fetch(URI.create(url.getValue().stringValue()));
			assertThat(file.statusCode()).as(url.getKey()).isEqualTo(200);
			assertThat(file.headers().firstValue("Content-Type")).hasValue(TYPES.get(url.getKey()));
			if (url.getKey().equals("original")) {
				assertThat(file.body()).isEqualTo(photo);
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
		awaitTidyBucket();
	}

	@Test
	void rawIsShownByThePictureInIt() throws Exception {
		PipelineClient client = stack().clients().getFirst();
		byte[] raw = TestRaw.NEF.with(Photos.jpeg(2400, 1600), 1);

		JsonNode status = client.awaitEnd(client.upload(raw));

		assertThatIsCompleted(status);
		assertThat(status.get("warnings")).isEmpty();
		HttpResponse<byte[]> web = fetch(client, status, "webLegacy");
		assertThat(width(web.body())).isEqualTo(1920);
		assertThatNothingIsTold(web.body());
		assertThat(fetch(client, status, "original").body()).isEqualTo(raw);
		awaitTidyBucket();
	}

	@Test
	void rawIsShownByTheClientsPreviewAndByANewOneAfterThat() throws Exception {
		PipelineClient client = stack().clients().getFirst();
		byte[] raw = TestRaw.CR2.with(Photos.jpeg(640, 480), 1);
		byte[] first = Photos.jpeg(400, 300);

		JsonNode shown = client.awaitEnd(client.upload(raw, first));
		assertThatIsCompleted(shown);
		assertThat(width(fetch(client, shown, "webLegacy").body())).isEqualTo(400);
		Bucket bucket = stack().bucket();
		ImageDocument document = bucket.document(shown.get("imageId").stringValue());
		assertThat(document.previewSha256())
			.isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(first)));
		assertThat(bucket.keys(ObjectKeys.ORIGINALS)).contains(document.preview());

		JsonNode again = client.awaitEnd(client.upload(raw, Photos.jpeg(500, 300)));
		assertThatIsCompleted(again);
		assertThat(again.get("imageId")).isEqualTo(shown.get("imageId"));
		assertThat(width(fetch(client, again, "webLegacy").body())).isEqualTo(500);
		// Left for those who still hold its addresses: nobody does here
		bucket.deleteRun(document);
		awaitTidyBucket();
	}

	private static HttpResponse<byte[]> fetch(PipelineClient client, JsonNode status, String name) throws Exception {
		return client.fetch(URI.create(status.get("urls").get(name).stringValue()));
	}

	private static int width(byte[] picture) throws IOException {
		return ImageIO.read(new ByteArrayInputStream(picture)).getWidth();
	}

	@Test
	void photoThatIsNotWholeFailsForGood() throws Exception {
		PipelineClient client = stack().clients().getFirst();
		byte[] truncated = TestJpeg.jpeg(1200, 900).unique().truncated(0.6);

		JsonNode status = client.awaitEnd(client.upload(truncated));

		assertThat(status.get("status").stringValue()).isEqualTo("failed");
		assertThat(status.get("error").get("type").stringValue()).isEqualTo("/problems/corrupt-image");
		assertThat(status.get("retryable").booleanValue()).isFalse();
		awaitTidyBucket();
	}

	@Test
	void sameBytesTwiceAreOneImageAndTwoCompletedJobs() throws Exception {
		byte[] photo = Photos.jpeg(800, 600);
		PipelineClient firstClient = stack().clients().getFirst();
		PipelineClient secondClient = stack().clients().getLast();

		JsonNode first = firstClient.awaitEnd(firstClient.upload(photo));
		JsonNode second = secondClient.awaitEnd(secondClient.upload(photo));

		assertThatIsCompleted(first);
		assertThatIsCompleted(second);
		assertThat(second.get("imageId")).isEqualTo(first.get("imageId"));
		assertThat(second.get("jobId")).isNotEqualTo(first.get("jobId"));
		awaitTidyBucket();
	}

	@Test
	void sameBytesFiftyTimesAtOnceAreOneImageInOneRun() throws Exception {
		Set<String> before = stack().bucket().images();
		List<String> jobIds = Uploads.to(stack().clients()).atOnce(50, Collections.nCopies(50, Photos.jpeg(1200, 900)));

		List<JsonNode> ends = awaitCompleted(jobIds);

		assertThat(jobIds).hasSize(50).doesNotHaveDuplicates();
		assertThat(imageIds(ends)).hasSize(1);
		assertThat(stack().bucket().images()).hasSize(before.size() + 1);
		awaitTidyBucket();
	}

	@Test
	void tagsOfTheSameBytesAreUnitedHoweverManyBringSomeAtOnce() throws Exception {
		List<String> tags = Stream.iterate(1, (i) -> i + 1).limit(50).map((i) -> "tag-" + i).toList();
		List<String> jobIds = Uploads.to(stack().clients()).atOnce(50, Photos.jpeg(1200, 900), tags);

		List<JsonNode> ends = awaitCompleted(jobIds);

		assertThat(imageIds(ends)).hasSize(1);
		String imageId = imageIds(ends).iterator().next();
		assertThat(stack().bucket().document(imageId).tags()).containsExactlyInAnyOrderElementsOf(tags);
		awaitTidyBucket();
	}

	@Test
	void differentPhotosInABurstAreEachWorkedOnce() throws Exception {
		List<byte[]> photos = Stream.generate(() -> Photos.jpeg(1200, 900)).limit(24).toList();
		Set<String> before = stack().bucket().images();

		List<JsonNode> ends = awaitCompleted(Uploads.to(stack().clients()).atOnce(4, photos));

		assertThat(imageIds(ends)).hasSameSizeAs(photos);
		assertThat(stack().bucket().images()).hasSize(before.size() + photos.size()).containsAll(imageIds(ends));
		awaitTidyBucket();
	}

	@Test
	void everyInstanceTellsTheSameOfAJob() throws Exception {
		PipelineClient taker = stack().clients().getLast();
		String jobId = taker.upload(Photos.jpeg(800, 600));
		for (PipelineClient client : stack().clients()) {
			assertThat(client.status(jobId).get("status").stringValue()).isIn("processing", "completed");
		}

		JsonNode end = taker.awaitEnd(jobId);

		assertThatIsCompleted(end);
		for (PipelineClient client : stack().clients()) {
			JsonNode told = client.status(jobId);
			// Signed addresses differ with the time of their signature.
			for (String property : List.of("jobId", "status", "imageId", "metadata", "removed", "variants",
					"warnings")) {
				assertThat(told.get(property)).as(property).isEqualTo(end.get(property));
			}
			assertThat(told.get("urls").propertyNames()).isEqualTo(end.get("urls").propertyNames());
		}
	}

	@Test
	void streamOfAJobEndsWithItsStatusOnEveryInstance() throws Exception {
		String jobId = stack().clients().getFirst().upload(Photos.jpeg(800, 600));

		for (PipelineClient client : stack().clients()) {
			List<JsonNode> events = client.follow(jobId);

			assertThat(events).extracting((event) -> event.get("event").stringValue()).endsWith("job", "status");
			assertThat(events).extracting((event) -> event.get("jobId").stringValue()).containsOnly(jobId);
			assertThatIsCompleted(events.getLast());
			assertThat(events.getLast().get("urls").propertyNames())
				.containsExactlyInAnyOrderElementsOf(TYPES.keySet());
		}
		awaitTidyBucket();
	}

	@Test
	void nobodyReadsTheBucketWithoutASignature() throws Exception {
		PipelineClient client = stack().clients().getFirst();
		assertThatIsCompleted(client.awaitEnd(client.upload(Photos.jpeg(800, 600))));
		Bucket bucket = stack().bucket();
		// Of these nothing need be there, and what is there may be taken away meanwhile.
		List<String> placed = List.of(ObjectKeys.STAGING + "somebody", ObjectKeys.TOMBSTONES + "somebody",
				"incoming/somebody", "reports/somebody");
		Stream<String> lasting = Stream.of(ObjectKeys.DOCUMENTS, ObjectKeys.ORIGINALS, ObjectKeys.IMAGES, "identity/")
			.map((prefix) -> bucket.keys(prefix).getFirst());
		placed.forEach((key) -> bucket.put(key, "private".getBytes(StandardCharsets.US_ASCII)));
		try {
			for (String key : Stream.concat(placed.stream(), lasting).toList()) {
				assertThat(client.fetch(bucket.address(key)).statusCode()).as(key).isIn(401, 403);
			}
			assertThat(client.fetch(bucket.address("")).statusCode()).as("list of the bucket").isIn(401, 403);
		}
		finally {
			placed.forEach(bucket::delete);
		}
	}

	/** Follows each job to its end, asking one instance after the other. */
	final List<JsonNode> awaitCompleted(List<String> jobIds) {
		List<PipelineClient> clients = stack().clients();
		List<JsonNode> ends = Stream.iterate(0, (i) -> i + 1)
			.limit(jobIds.size())
			.map((i) -> clients.get(i % clients.size()).awaitEnd(jobIds.get(i)))
			.toList();
		assertThat(ends).allSatisfy(PipelineContract::assertThatIsCompleted);
		return ends;
	}

	static Set<String> imageIds(List<JsonNode> ends) {
		return ends.stream().map((end) -> end.get("imageId").stringValue()).collect(Collectors.toSet());
	}

	/**
	 * Nothing staged any more, and of each image exactly the run that its document names.
	 */
	final void awaitTidyBucket() {
		Bucket bucket = stack().bucket();
		await().atMost(TIDY_LIMIT).pollInterval(Duration.ofMillis(500)).untilAsserted(() -> {
			assertThat(bucket.keys(ObjectKeys.STAGING)).isEmpty();
			Set<String> published = bucket.publishedRuns();
			assertThat(bucket.runs(ObjectKeys.IMAGES)).isEqualTo(published);
			assertThat(bucket.runs(ObjectKeys.ORIGINALS)).isEqualTo(published);
		});
	}

	private static void assertThatIsCompleted(JsonNode status) {
		assertThat(status.get("status").stringValue()).withFailMessage(status::toString).isEqualTo("completed");
	}

	private static void assertThatNothingIsTold(byte[] variant) throws Exception {
		Metadata metadata = ImageMetadataReader.readMetadata(new ByteArrayInputStream(variant));
		assertThat(metadata.getDirectoriesOfType(GpsDirectory.class)).isEmpty();
		assertThat(metadata.getDirectoriesOfType(ExifDirectoryBase.class)).isEmpty();
	}

}
