package org.imageingest.source.web;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.imageingest.model.message.UploadedImage;
import org.imageingest.model.storage.ObjectKeys;
import org.imageingest.source.IngestSourceApplication;
import org.imageingest.source.web.IngestApi.Answer;
import org.imageingest.store.ObjectStore;
import org.imageingest.testkit.broker.ConfirmingBroker;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.cloud.stream.binder.test.OutputDestination;
import org.springframework.cloud.stream.binder.test.TestChannelBinderConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(classes = IngestSourceApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "spring.config.name=ingest-source", "ingest.batch.max-request-size=24MB" })
@Import({ TestChannelBinderConfiguration.class, ConfirmingBroker.class })
class BatchUploadIntegrationTests {

	private static final String PATH = "/api/v1/ingest/batch";

	private static final int MEGABYTE = 1024 * 1024;

	@TempDir
	static Path folder;

	private static IngestServer server;

	@Autowired
	private OutputDestination broker;

	@Autowired
	private ObjectStore store;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private JsonMapper json;

	private IngestApi api;

	private String anna;

	@DynamicPropertySource
	static void settings(DynamicPropertyRegistry registry) throws Exception {
		server = IngestServer.start(folder, registry);
	}

	@AfterAll
	static void stop() throws Exception {
		server.close();
	}

	@BeforeEach
	void connect(@LocalServerPort int port) {
		this.api = new IngestApi(port);
		this.anna = server.token("anna");
		this.broker.clear();
		this.jdbc.sql("delete from outbox").update();
		this.jdbc.sql("delete from job").update();
		this.jdbc.sql("delete from batch").update();
		this.store.deleteAll(ObjectKeys.STAGING);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 10, 100 })
	void everyPhotoBecomesAJobInItsPlace(int files) throws Exception {
		Answer answer = post(photos(files), tags("sun, sea"));
		assertThat(answer.status()).isEqualTo(202);
		assertThat(answer.body().path("accepted").asInt()).isEqualTo(files);
		assertThat(answer.body().path("rejected").asInt()).isZero();
		JsonNode jobs = answer.body().path("jobs");
		assertThat(jobs).hasSize(files);
		Set<String> jobIds = new HashSet<>();
		for (int i = 0; i < files; i++) {
			assertThat(jobs.path(i).path("filename").asString()).isEqualTo(i + ".jpg");
			assertThat(jobs.path(i).path("status").asString()).isEqualTo("processing");
			jobIds.add(jobs.path(i).path("jobId").asString());
		}
		assertThat(jobIds).hasSize(files).allMatch((jobId) -> jobId.startsWith("job_"));

		Set<String> sent = new HashSet<>();
		for (int i = 0; i < files; i++) {
			UploadedImage message = sent();
			assertThat(message.tags()).containsExactly("sun", "sea");
			int position = Integer.parseInt(message.filename().replace(".jpg", ""));
			assertThat(this.store.find(message.original().key()).orElseThrow().content())
				.isEqualTo(IngestServer.photo(position));
			sent.add(message.jobId());
		}
		assertThat(sent).isEqualTo(jobIds);
		assertThat(server.workFiles()).isEmpty();

		String location = answer.response().headers().firstValue("Location").orElseThrow();
		assertThat(location).isEqualTo("/api/v1/ingest/status/" + answer.text("batchId"));
		Answer status = this.api.get(this.anna, location, "application/json");
		assertThat(status.status()).isEqualTo(200);
		assertThat(status.text("status")).isEqualTo("processing");
		assertThat(status.body().path("counts").path("processing").asInt()).isEqualTo(files);
		assertThat(status.body().path("jobs")).hasSize(files);
		assertThat(status.body().path("jobs").path(files - 1).path("filename").asString())
			.isEqualTo((files - 1) + ".jpg");
		assertThat(this.api.get(server.token("ben"), location, "application/json").status()).isEqualTo(404);
	}

	@Test
	void oneFileTooManyIsRefusedAndNothingIsStaged() throws Exception {
		Answer answer = post(photos(101));
		assertRefused(answer, 413, "too-many-files");
		assertThat(answer.body().path("limit").asInt()).isEqualTo(100);
		assertThat(answer.body().path("actual").asInt()).isEqualTo(101);
	}

	@Test
	void badFilesDoNotFailTheGoodOnesWhateverTheirSize() throws Exception {
		Answer answer = post(List.of(image("a.jpg", IngestServer.photo(1)), image("a.pdf", "%PDF-1.7"),
				image("big.jpg", IngestServer.photoOf(16 * MEGABYTE)), image("none.jpg", ""),
				image("b.jpg", IngestServer.photo(2)), image("cut.jpg", Arrays.copyOf(IngestServer.photo(3), 20))));
		assertThat(answer.status()).isEqualTo(202);
		assertThat(answer.body().path("accepted").asInt()).isEqualTo(2);
		assertThat(answer.body().path("rejected").asInt()).isEqualTo(4);
		assertThat(problems(answer)).containsExactly("", "/problems/unsupported-image-type", "/problems/file-too-large",
				"/problems/empty-file", "", "/problems/corrupt-image");
		JsonNode tooLarge = answer.body().path("jobs").path(2).path("problem");
		assertThat(tooLarge.path("limit").asInt()).isEqualTo(15 * MEGABYTE);
		assertThat(tooLarge.path("actual").asInt()).isEqualTo(16 * MEGABYTE);

		Answer status = this.api.get(this.anna, "/api/v1/ingest/status/" + answer.text("batchId"), "*/*");
		assertThat(problems(status)).isEqualTo(problems(answer));
		assertThat(status.body().path("accepted").asInt()).isEqualTo(2);
		assertThat(status.body().path("rejected").asInt()).isEqualTo(4);
		assertThat(List.of(sent().filename(), sent().filename())).containsExactlyInAnyOrder("a.jpg", "b.jpg");
		assertThat(server.workFiles()).isEmpty();
	}

	@Test
	void ifNoFileIsGoodTheAnswerTellsWhatIsWrongWithEach() throws Exception {
		Answer answer = post(List.of(image("a.pdf", "%PDF-1.7"), image("none.jpg", "")));
		assertRefused(answer, 422, "no-file-accepted");
		assertThat(answer.text("instance")).isEqualTo(PATH);
		assertThat(problems(answer)).containsExactly("/problems/unsupported-image-type", "/problems/empty-file");
		assertThat(answer.body().path("jobs").path(0).path("filename").asString()).isEqualTo("a.pdf");
	}

	@Test
	void requestsThatAreNoBatchAreRefusedAsAWhole() throws Exception {
		byte[] photo = image("a.jpg", IngestServer.photo(1));
		assertRefused(this.api.exchange("POST", this.anna, PATH), 400, "invalid-upload");
		assertRefused(post(List.of(), tags("sea")), 400, "invalid-upload");
		assertRefused(post(List.of(photo), IngestApi.part("preview", "p.jpg", IngestServer.photo(2))), 422,
				"preview-not-taken");
		assertRefused(post(List.of(photo), tags("x".repeat(101))), 422, "invalid-tags");
		assertRefused(post(List.of(photo), tags("x".repeat(65 * 1024))), 400, "invalid-upload");
		assertRefused(
				post(List.of(photo), IngestApi.part("keepLocation", null, "true".getBytes(StandardCharsets.UTF_8))),
				422, "location-opt-in-not-allowed");
		byte[] form = form(photos(3));
		assertRefused(
				this.api.postForm(this.anna, PATH, BodyPublishers.ofByteArray(Arrays.copyOf(form, form.length - 100))),
				400, "invalid-upload");
	}

	@Test
	void aRequestOverTheLimitIsReadUntilItsSenderListens() throws Exception {
		List<byte[]> photos = new ArrayList<>(photos(3));
		photos.add(image("a.jpg", IngestServer.photoOf(14 * MEGABYTE)));
		photos.add(image("b.jpg", IngestServer.photoOf(14 * MEGABYTE)));
		byte[] form = form(photos);
		for (Answer answer : new Answer[] { this.api.postForm(this.anna, PATH, BodyPublishers.ofByteArray(form)),
				this.api.postForm(this.anna, PATH,
						BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(form))) }) {
			assertRefused(answer, 413, "request-too-large");
			assertThat(answer.body().path("limit").asInt()).isEqualTo(24 * MEGABYTE);
			assertThat(answer.body().path("actual").asInt()).isEqualTo(form.length);
		}
	}

	private Answer post(List<byte[]> photos, byte[]... more) {
		List<byte[]> parts = new ArrayList<>(photos);
		parts.addAll(List.of(more));
		return this.api.postForm(this.anna, PATH, BodyPublishers.ofByteArray(form(parts)));
	}

	private static byte[] form(List<byte[]> parts) {
		return IngestApi.parts(parts.toArray(byte[][]::new));
	}

	private static List<byte[]> photos(int count) {
		return IntStream.range(0, count).mapToObj((i) -> image(i + ".jpg", IngestServer.photo(i))).toList();
	}

	private static byte[] image(String filename, String content) {
		return image(filename, content.getBytes(StandardCharsets.UTF_8));
	}

	private static byte[] image(String filename, byte[] content) {
		return IngestApi.part("image", filename, content);
	}

	private static byte[] tags(String tags) {
		return IngestApi.part("tags", null, tags.getBytes(StandardCharsets.UTF_8));
	}

	private UploadedImage sent() {
		return this.json.readValue(this.broker.receive(5000, "uploaded-images").getPayload(), UploadedImage.class);
	}

	private static List<String> problems(Answer answer) {
		return answer.body()
			.path("jobs")
			.valueStream()
			.map((job) -> job.path("problem").path("type").asString(""))
			.toList();
	}

	private void assertRefused(Answer answer, int status, String type) throws Exception {
		assertThat(answer.status()).withFailMessage(() -> answer.body().toString()).isEqualTo(status);
		assertThat(answer.isProblem()).isTrue();
		assertThat(answer.text("type")).isEqualTo("/problems/" + type);
		assertThat(this.jdbc.sql("select count(*) from job").query(Integer.class).single()).isZero();
		assertThat(this.store.list(ObjectKeys.STAGING)).isEmpty();
		assertThat(server.workFiles()).isEmpty();
	}

}
