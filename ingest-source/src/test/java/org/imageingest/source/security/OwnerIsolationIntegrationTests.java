package org.imageingest.source.security;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.imageingest.model.message.UploadedImage;
import org.imageingest.source.ApiClient;
import org.imageingest.source.ApiClient.Reply;
import org.imageingest.source.ApiEndpoint;
import org.imageingest.source.PlayedPipeline;
import org.imageingest.source.RunningIngestSource;
import org.imageingest.testkit.token.TestTokens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Anna has jobs, an image and a batch. Ben knows all their names, and still none of the
 * calls of the running app gives him anything of them. A call that is new fails here
 * until it is said how ben would try it.
 */
class OwnerIsolationIntegrationTests {

	private static final String SCOPES = "ingest:read ingest:write";

	/** How ben tries the calls that create something of the caller's own. */
	private static final Map<String, Attempt> ATTEMPTS = Map.ofEntries(
			Map.entry("POST /api/v1/ingest/upload", OwnerIsolationIntegrationTests::uploadTheSame),
			Map.entry("POST /api/v1/ingest/batch", OwnerIsolationIntegrationTests::uploadTheSame),
			Map.entry("GET /api/v1/ingest/jobs", OwnerIsolationIntegrationTests::listJobs),
			Map.entry("GET /api/v1/ingest/status/{}", OwnerIsolationIntegrationTests::addressEach),
			Map.entry("DELETE /api/v1/ingest/{}", OwnerIsolationIntegrationTests::addressEach),
			Map.entry("POST /api/v1/ingest/{}/retry", OwnerIsolationIntegrationTests::addressEach),
			Map.entry("GET /api/v1/images/{}", OwnerIsolationIntegrationTests::addressEach),
			Map.entry("DELETE /api/v1/images/{}", OwnerIsolationIntegrationTests::addressEach),
			Map.entry("GET /api/v1/dead-letters", OwnerIsolationIntegrationTests::actAsOperator),
			Map.entry("DELETE /api/v1/dead-letters", OwnerIsolationIntegrationTests::actAsOperator),
			Map.entry("DELETE /api/v1/dead-letters/{}", OwnerIsolationIntegrationTests::actAsOperator),
			Map.entry("POST /api/v1/dead-letters/replay", OwnerIsolationIntegrationTests::actAsOperator));

	private static RunningIngestSource source;

	private static ApiClient ben;

	private static byte[] annasPhoto;

	private static Set<String> annasThings;

	@BeforeAll
	static void start(@TempDir Path folder) throws Exception {
		TestTokens tokens = new TestTokens();
		source = RunningIngestSource.start(folder, "spring.security.oauth2.resourceserver.jwt.public-key-location="
				+ tokens.writePublicKey(folder).toUri());
		ben = new ApiClient(source, tokens.of("ben", SCOPES));
		ApiClient anna = new ApiClient(source, tokens.of("anna", SCOPES));
		annasPhoto = PlayedPipeline.newPhoto();
		PlayedPipeline pipeline = new PlayedPipeline(source);
		String running = upload(anna, PlayedPipeline.newPhoto());
		String done = upload(anna, annasPhoto);
		UploadedImage message = pipeline.take(done);
		pipeline.complete(message);
		annasThings = Set.of(running, done, message.imageId(), batchOf(anna));
	}

	private static String upload(ApiClient owner, byte[] photo) throws Exception {
		return owner.upload("/api/v1/ingest/upload", Map.of("Idempotency-Key", "k" + photo.hashCode()), photo)
			.json()
			.path("jobId")
			.asString();
	}

	private static String batchOf(ApiClient owner) throws Exception {
		return owner.upload("/api/v1/ingest/batch", Map.of(), PlayedPipeline.newPhoto())
			.json()
			.path("batchId")
			.asString("batch_none");
	}

	@AfterAll
	static void stop() throws Exception {
		source.close();
	}

	static Stream<ApiEndpoint> endpoints() {
		return ApiEndpoint.of(source).filter((endpoint) -> !endpoint.isOpen());
	}

	@ParameterizedTest
	@MethodSource("endpoints")
	void noCallGivesAnythingOfAnotherOwner(ApiEndpoint endpoint) throws Exception {
		Attempt attempt = ATTEMPTS.get(endpoint.toString());
		assertThat(attempt).as("%s is new: say here how another owner would try it", endpoint).isNotNull();
		String before = rowsOfAnna();
		attempt.make(endpoint);
		assertThat(rowsOfAnna()).isEqualTo(before);
	}

	private static void addressEach(ApiEndpoint endpoint) throws Exception {
		for (String id : annasThings) {
			Reply reply = address(endpoint, id, "application/json");
			assertThat(reply.status()).as(id).isEqualTo(404);
			assertThat(reply.json().path("type").asString()).isEqualTo("/problems/not-found");
			assertSameAsNothing(endpoint, reply, id, "application/json");
			// What has no stream says so before it looks for anything.
			Reply streamed = address(endpoint, id, "text/event-stream");
			assertThat(streamed.status()).as(id).isIn(404, 406);
			assertSameAsNothing(endpoint, streamed, id, "text/event-stream");
		}
	}

	private static void assertSameAsNothing(ApiEndpoint endpoint, Reply reply, String id, String accept)
			throws Exception {
		Reply nobodys = address(endpoint, id + "x", accept);
		assertThat(reply.status()).isEqualTo(nobodys.status());
		assertThat(reply.json().path("detail")).isEqualTo(nobodys.json().path("detail"));
	}

	private static Reply address(ApiEndpoint endpoint, String id, String accept) throws Exception {
		return ben.call(endpoint.method(), endpoint.at(id), Map.of("Accept", accept), BodyPublishers.noBody());
	}

	/** Dead letters are of all owners, so they are for operators only. */
	private static void actAsOperator(ApiEndpoint endpoint) throws Exception {
		assertThat(ben.call(endpoint.method(), endpoint.at("x")).status()).isEqualTo(403);
	}

	private static void listJobs(ApiEndpoint endpoint) throws Exception {
		Reply reply = ben.get(endpoint.path() + "?limit=200");
		assertThat(reply.status()).isEqualTo(200);
		assertThat(annasThings).noneMatch(reply.text()::contains);
		for (String id : annasThings) {
			assertThat(annasThings).noneMatch(ben.get(endpoint.path() + "?cursor=" + id).text()::contains);
		}
	}

	/** The same bytes under the same key are another image and another job. */
	private static void uploadTheSame(ApiEndpoint endpoint) throws Exception {
		Reply reply = ben.upload(endpoint.path(), Map.of("Idempotency-Key", "k" + annasPhoto.hashCode()), annasPhoto);
		assertThat(reply.status()).isEqualTo(202);
		assertThat(annasThings).noneMatch(reply.text()::contains);
		assertThat(new JdbcRows(source).imagesOf("ben")).isNotEmpty().noneMatch(annasThings::contains);
	}

	private static String rowsOfAnna() {
		return new JdbcRows(source).jobsOf("anna");
	}

	/** Tries one call as ben. */
	private interface Attempt {

		void make(ApiEndpoint endpoint) throws Exception;

	}

	private record JdbcRows(RunningIngestSource source) {

		String jobsOf(String owner) {
			return jdbc().sql("select job_id, status, attempt, problem from job where owner = :owner order by job_id")
				.param("owner", owner)
				.query()
				.listOfRows()
				.toString();
		}

		List<String> imagesOf(String owner) {
			return jdbc().sql("select image_id from job where owner = :owner")
				.param("owner", owner)
				.query(String.class)
				.list();
		}

		private JdbcClient jdbc() {
			return this.source.bean(JdbcClient.class);
		}

	}

}
