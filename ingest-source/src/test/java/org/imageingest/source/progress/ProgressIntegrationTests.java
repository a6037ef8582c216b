package org.imageingest.source.progress;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.imageingest.model.message.JobStage;
import org.imageingest.model.problem.Problem;
import org.imageingest.model.problem.ProblemType;
import org.imageingest.source.progress.EventStream.Event;
import org.imageingest.testkit.store.S3TestServer;
import org.imageingest.testkit.token.TestTokens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Two instances on one database. Every test asks one of them and changes jobs on the
 * other.
 */
class ProgressIntegrationTests {

	private static final String ALL = "/api/v1/ingest/jobs";

	private static final String STATUS = "/api/v1/ingest/status/";

	@TempDir
	static Path folder;

	private static S3TestServer s3;

	private static TestTokens tokens;

	private static SourceInstance one;

	private static SourceInstance other;

	private final List<EventStream> opened = new ArrayList<>();

	private String owner;

	private String job;

	@BeforeAll
	static void start() throws Exception {
		s3 = S3TestServer.start();
		tokens = new TestTokens();
		String bucket = s3.newBucket();
		String database = UUID.randomUUID().toString();
		Path publicKey = tokens.writePublicKey(folder);
		one = SourceInstance.start(database, s3, bucket, folder, publicKey, "ingest.progress.ping=300ms",
				"ingest.progress.max-waiting=50", "ingest.progress.max-streams-per-owner=3");
		other = SourceInstance.start(database, s3, bucket, folder, publicKey, "ingest.progress.ping=300ms");
	}

	@AfterAll
	static void stop() throws Exception {
		one.close();
		other.close();
		s3.close();
	}

	@BeforeEach
	void nameOwnerAndJob() {
		this.owner = "owner-" + UUID.randomUUID();
		this.job = "job_" + UUID.randomUUID().toString().replace("-", "");
	}

	@AfterEach
	void closeStreams() {
		this.opened.forEach(EventStream::close);
		await().until(() -> one.openStreams() + other.openStreams() == 0);
	}

	@Test
	void allStreamsTellWhatIsUnfinishedAndThenEveryChangeWhereverItIsMade() throws Exception {
		other.add(this.job, this.owner);
		other.add(this.job + "x", "somebody-else");
		EventStream stream = follow(one, ALL);
		EventStream elsewhere = follow(other, ALL);
		for (EventStream each : List.of(stream, elsewhere)) {
			await().until(() -> each.jobs().contains(this.job + " processing 10"));
		}
		other.transitions().progress(this.job, 1, JobStage.GENERATING_VARIANTS, 60);
		for (EventStream each : List.of(stream, elsewhere)) {
			await().until(() -> each.jobs().contains(this.job + " processing 60"));
		}
		one.transitions().complete(this.job);
		one.transitions().complete(this.job + "x");
		for (EventStream each : List.of(stream, elsewhere)) {
			await().until(() -> each.jobs().contains(this.job + " completed 100"));
			assertThat(each.jobs()).allMatch((told) -> told.startsWith(this.job + " "));
			assertThat(each.events()).filteredOn((event) -> event.id() != null)
				.extracting((event) -> Long.valueOf(event.id()))
				.isSorted()
				.doesNotHaveDuplicates();
		}
		Event last = stream.events().getLast();
		assertThat(last.text("imageId")).isEqualTo("img_a");
		assertThat(last.text("finishedAt")).isNotEmpty();
		assertThat(stream.hasEnded()).isFalse();
	}

	@Test
	void headersKeepProxiesFromCollectingAndCaching() throws Exception {
		var headers = follow(one, ALL).response().headers();
		assertThat(headers.firstValue("Content-Type")).contains("text/event-stream");
		assertThat(headers.allValues("Cache-Control")).containsExactly("no-store");
		assertThat(headers.firstValue("X-Accel-Buffering")).contains("no");
		assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
	}

	@Test
	void aClientThatComesBackIsToldWhatItMissedOnAnyInstance() throws Exception {
		for (int i = 0; i < 5; i++) {
			one.add(this.job + i, this.owner);
		}
		EventStream before = follow(one, ALL);
		await().until(() -> before.events().stream().filter((event) -> event.id() != null).count() >= 5);
		before.close();

		one.transitions().complete(this.job + 1);
		one.transitions().progress(this.job + 2, 1, JobStage.EXTRACTING_METADATA, 25);
		one.transitions().progress(this.job + 2, 1, JobStage.GENERATING_VARIANTS, 60);
		// Numbered while somebody follows on either instance
		EventStream witness = follow(one, ALL, "0");
		await().until(() -> witness.jobs().contains(this.job + "2 processing 60"));

		for (SourceInstance instance : List.of(one, other)) {
			EventStream after = follow(instance, ALL, before.lastEventId());
			await().until(() -> after.jobs().size() >= 2);
			assertThat(after.jobs()).containsExactly(this.job + "1 completed 100", this.job + "2 processing 60");
		}
	}

	@Test
	void aClientThatMissedTooMuchOrComesFromAnotherTimeListsAnewAndGoesOn() throws Exception {
		EventStream before = follow(one, ALL);
		await().until(() -> before.lastEventId() != null);
		before.close();
		IntStream.range(0, 60).forEach((i) -> one.add(this.job + i, this.owner));
		EventStream witness = follow(other, ALL, "0");
		await().until(() -> witness.jobs().size() >= 60);

		for (String lastEventId : List.of(String.valueOf(before.lastEventId()), "99999999999")) {
			EventStream after = follow(one, ALL, lastEventId);
			await().until(() -> !after.events().isEmpty());
			// Changes that this instance has yet to look at may follow it at once.
			assertThat(after.events()).first().extracting(Event::type).isEqualTo("resync");
			String changed = this.job + lastEventId.length();
			other.transitions().progress(changed, 1, JobStage.EXTRACTING_METADATA, 25);
			await().until(() -> after.jobs().stream().anyMatch((told) -> told.startsWith(changed + " ")));
		}
	}

	@Test
	void aJobIsFollowedToItsStatus() throws Exception {
		one.add(this.job, this.owner);
		EventStream stream = follow(one, STATUS + this.job);
		await().until(() -> stream.jobs().contains(this.job + " processing 10"));
		other.transitions()
			.fail(this.job, 1, Problem.of(ProblemType.CORRUPT_IMAGE, "The scan ends early\nin the middle"), true);
		await().until(stream::hasEnded);
		assertThat(stream.jobs()).last().isEqualTo(this.job + " failed 10");
		Event status = stream.events().getLast();
		assertThat(status.type()).isEqualTo("status");
		assertThat(status.text("status")).isEqualTo("failed");
		assertThat(status.data().path("error").path("type").asString()).isEqualTo("/problems/corrupt-image");
		assertThat(status.data().path("retryable").asBoolean()).isTrue();

		EventStream late = follow(other, STATUS + this.job);
		await().until(late::hasEnded);
		assertThat(late.events()).extracting(Event::type).containsExactly("job", "status");
		EventStream again = follow(other, STATUS + this.job, stream.lastEventId());
		await().until(again::hasEnded);
		assertThat(again.events()).extracting(Event::type).containsExactly("status");
	}

	@Test
	void aBatchIsFollowedUntilAllItsJobsHaveEnded() throws Exception {
		String batch = this.job.replace("job_", "batch_");
		one.jdbc()
			.sql("insert into batch (batch_id, owner, accepted_at, rejected) values (?, ?, current_timestamp, '[]')")
			.param(batch)
			.param(this.owner)
			.update();
		for (int i = 0; i < 3; i++) {
			one.add(this.job + i, this.owner);
			one.jdbc()
				.sql("update job set batch_id = ?, batch_position = ?, change_number = 0 where job_id = ?")
				.param(batch)
				.param(i)
				.param(this.job + i)
				.update();
		}
		one.transitions().complete(this.job + 0);
		EventStream stream = follow(one, STATUS + batch);
		await().until(() -> stream.jobs().size() >= 3);
		other.transitions().complete(this.job + 1);
		await().until(() -> stream.jobs().contains(this.job + "1 completed 100"));
		assertThat(stream.hasEnded()).isFalse();
		one.transitions().loseStaging(this.job + 2, Problem.of(ProblemType.STAGING_LOST, "gone"));
		await().until(stream::hasEnded);
		assertThat(stream.jobs()).contains(this.job + "0 completed 100", this.job + "2 failed 10");
		assertThat(stream.events()).extracting((event) -> event.text("batchId")).containsOnly(batch);
		Event status = stream.events().getLast();
		assertThat(status.type()).isEqualTo("status");
		assertThat(status.data().path("jobs")).hasSize(3);
	}

	@Test
	void whatCannotBeFollowedIsAProblem() throws Exception {
		one.add(this.job, "somebody-else");
		for (String id : List.of(this.job, "job_unknown", "batch_unknown", "nonsense")) {
			assertProblem(follow(one, STATUS + id), 404, "not-found");
		}
		assertProblem(follow(one, ALL, "yesterday"), 400, "invalid-request");
	}

	@Test
	void openStreamsOfAnOwnerAreLimitedAndOthersAreNotConcerned() throws Exception {
		List<EventStream> streams = List.of(follow(one, ALL), follow(one, ALL), follow(one, ALL));
		EventStream refused = follow(one, ALL);
		assertThat(refused.response().statusCode()).isEqualTo(429);
		assertThat(refused.response().headers().firstValue("Content-Type")).contains("application/problem+json");
		var problem = refused.problem();
		assertThat(problem.path("type").asString()).isEqualTo("/problems/too-many-requests");
		assertThat(problem.path("limit").asInt()).isEqualTo(3);
		assertThat(problem.path("actual").asInt()).isEqualTo(4);
		assertThat(follow(other, ALL).response().statusCode()).isEqualTo(200);

		streams.getFirst().close();
		// The server learns of it by the next sign of life.
		await().until(() -> follow(one, ALL).response().statusCode() == 200);
	}

	@Test
	void silenceIsBrokenBySignsOfLife() throws Exception {
		EventStream stream = follow(one, ALL);
		await().until(() -> stream.comments().stream().filter("ping"::equals).count() >= 3);
		assertThat(stream.events()).isEmpty();
	}

	@Test
	void aStreamEndsWithItsToken() throws Exception {
		Instant expiry = Instant.now().plusSeconds(3);
		EventStream stream = EventStream.open(one.base().resolve(ALL),
				tokens.of(this.owner, "ingest:read", TestTokens.AUDIENCE, expiry));
		this.opened.add(stream);
		await().atMost(Duration.ofSeconds(10)).until(stream::hasEnded);
		assertThat(stream.events()).extracting(Event::type).containsExactly("expired");
		assertThat(Instant.now()).isAfterOrEqualTo(expiry.minusSeconds(1));
	}

	private EventStream follow(SourceInstance instance, String path) throws Exception {
		return follow(instance, path, null);
	}

	private EventStream follow(SourceInstance instance, String path, String lastEventId) throws Exception {
		URI address = instance.base().resolve(path);
		EventStream stream = EventStream.open(address, tokens.of(this.owner, "ingest:read"), lastEventId);
		this.opened.add(stream);
		return stream;
	}

	private static void assertProblem(EventStream refused, int status, String type) {
		assertThat(refused.response().statusCode()).isEqualTo(status);
		assertThat(refused.response().headers().firstValue("Content-Type")).contains("application/problem+json");
		assertThat(refused.problem().path("type").asString()).isEqualTo("/problems/" + type);
	}

}
