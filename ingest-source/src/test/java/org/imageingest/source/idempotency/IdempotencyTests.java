package org.imageingest.source.idempotency;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.imageingest.model.problem.Problem;
import org.imageingest.model.problem.ProblemException;
import org.imageingest.model.problem.ProblemType;
import org.imageingest.source.JobDatabase;
import org.imageingest.source.idempotency.Idempotency.Work;
import org.imageingest.source.job.JobRepositories;
import org.imageingest.source.sweep.SweepProperties;
import org.junit.jupiter.api.Test;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class IdempotencyTests {

	private static final IdempotencyProperties PROPERTIES = new IdempotencyProperties(Duration.ofHours(24),
			Duration.ofMinutes(2), Duration.ofSeconds(30), Duration.ofMinutes(10));

	private final JobDatabase database = new JobDatabase();

	private final IdempotencyRecords records = new IdempotencyRecords(this.database.jdbc, PROPERTIES);

	private final LeaseKeeper leases = new LeaseKeeper(this.records, PROPERTIES);

	private final Idempotency idempotency = new Idempotency(this.records, this.leases, this.database.json);

	private final AtomicInteger done = new AtomicInteger();

	@Test
	void theSecondRequestGetsTheAnswerOfTheFirst() throws IOException {
		ResponseEntity<?> first = answer("k", "body", this::promise);
		ResponseEntity<?> second = answer("k", "body", this::promise);
		assertThat(this.done).hasValue(1);
		assertThat(second.getStatusCode().value()).isEqualTo(202);
		assertThat(second.getHeaders().getLocation()).hasToString("/1");
		assertThat(second.getHeaders().getFirst("Idempotency-Replayed")).isEqualTo("true");
		assertThat((byte[]) second.getBody()).asString().isEqualTo("{\"number\":1}");
		assertThat(first.getHeaders().containsHeader("Idempotency-Replayed")).isFalse();
	}

	@Test
	void anotherBodyUnderTheSameKeyIsRefused() throws IOException {
		answer("k", "body", this::promise);
		assertThatProblem(() -> answer("k", "other", this::promise), "idempotency-key-reused");
		answer("k2", "other", this::promise);
		assertThat(this.done).hasValue(2);
	}

	@Test
	void whileTheFirstIsWorkedOnTheSecondIsToldSoWithoutReadingIt() throws IOException {
		answer("k", "body", (request) -> {
			assertThatProblem(() -> this.idempotency.answer(request("k"), "anna", "upload", this::promise, (over) -> {
				throw new AssertionError("The body was read");
			}), "request-in-progress");
			return promise(request);
		});
		assertThat(this.done).hasValue(1);
	}

	@Test
	void ownersAndOperationsHaveKeysOfTheirOwn() throws IOException {
		answer("k", "body", this::promise);
		this.idempotency.answer(request("k"), "ben", "upload", this::promise, (over) -> {
		});
		this.idempotency.answer(request("k"), "anna", "batch", this::promise, (over) -> {
		});
		assertThat(this.done).hasValue(3);
	}

	@Test
	void refusalsAreRememberedButFaultsOfTheServiceAreNot() throws IOException {
		for (ProblemType type : new ProblemType[] { ProblemType.SERVICE_UNAVAILABLE, ProblemType.INSUFFICIENT_STORAGE,
				ProblemType.TOO_MANY_JOBS, ProblemType.UNSUPPORTED_IMAGE_TYPE }) {
			assertThatProblem(() -> answer("k", "body", refusal(type)), type.uri().replace("/problems/", ""));
		}
		ResponseEntity<?> second = answer("k", "body", this::promise);
		assertThat(second.getStatusCode().value()).isEqualTo(415);
		assertThat(second.getHeaders().getContentType()).hasToString("application/problem+json");
		assertThat(this.done).hasValue(0);
	}

	@Test
	void aBodyThatBrokeOffIsNotRemembered() throws IOException {
		assertThatProblem(() -> this.idempotency.answer(request("k"), "anna", "upload", (request) -> {
			throw new ProblemException(Problem.of(ProblemType.INVALID_UPLOAD, "Broken off"));
		}, (over) -> {
		}), "invalid-upload");
		assertThat(answer("k", "body", this::promise).getStatusCode().value()).isEqualTo(202);
	}

	@Test
	void whoLostItsLeaseCommitsNothing() {
		assertThatProblem(() -> answer("k", "body", (slow) -> {
			// Its instance seems dead for two minutes; the client tries again.
			this.database.jdbc.sql("update idempotency_key set lease_until = current_timestamp - interval '1' second")
				.update();
			answer("k", "body", this::promise);
			return this.database.transactions.execute((transaction) -> {
				JobRepositories.of(this.database).add(JobDatabase.newJob("job_late"));
				return promise(slow);
			});
		}), "request-in-progress");
		assertThat(this.database.jdbc.sql("select count(*) from job").query(Integer.class).single()).isZero();
		assertThat(this.records.answer(new IdempotencyKey("anna", "upload", "k")).orElseThrow().body())
			.isEqualTo("{\"number\":1}");
	}

	@Test
	void theLeaseOfALivingRequestIsRenewed() throws IOException {
		answer("k", "body", (request) -> {
			this.database.jdbc.sql("update idempotency_key set lease_until = current_timestamp - interval '1' second")
				.update();
			this.leases.renew();
			assertThatProblem(() -> answer("k", "body", this::promise), "request-in-progress");
			return promise(request);
		});
		assertThat(this.done).hasValue(1);
	}

	@Test
	void aSoleWriterGivesBackTheKeysOfTheProcessThatDied() throws IOException {
		answer("done", "body", this::promise);
		this.records.take(new IdempotencyKey("anna", "upload", "cut"), "of the dead process");
		start(false);
		assertThatProblem(() -> answer("cut", "body", this::promise), "request-in-progress");
		start(true);
		answer("cut", "body", this::promise);
		answer("done", "body", this::promise);
		assertThat(this.done).as("answers that were given stay").hasValue(2);
	}

	private void start(boolean soleWriter) {
		Duration any = Duration.ofHours(1);
		new FormerLeases(this.records, new SweepProperties(any, any, any, soleWriter, 1, any)).afterPropertiesSet();
	}

	@Test
	void afterADayAKeyIsFreeAgainAndItsRowGoes() throws IOException {
		answer("k", "body", this::promise);
		answer("k2", "body", this::promise);
		this.database.jdbc.sql("update idempotency_key set expires_at = current_timestamp - interval '1' second")
			.update();
		answer("k", "other", this::promise);
		assertThat(this.done).hasValue(3);
		this.leases.removeExpired();
		assertThat(this.database.jdbc.sql("select idempotency_key from idempotency_key").query(String.class).list())
			.containsExactly("k");
	}

	private ResponseEntity<?> answer(String key, String body, Work work) throws IOException {
		return this.idempotency.answer(request(key), "anna", "upload", (request) -> {
			read(body, request.fingerprint());
			return work.answer(request);
		}, (over) -> read(body, over));
	}

	private static void read(String body, Fingerprint fingerprint) {
		fingerprint.file("image", body);
		fingerprint.complete();
	}

	private ResponseEntity<?> promise(IdempotentRequest request) {
		int number = this.done.incrementAndGet();
		return request.committing(
				ResponseEntity.accepted().header(HttpHeaders.LOCATION, "/" + number).body(Map.of("number", number)));
	}

	private static Work refusal(ProblemType type) {
		return (request) -> {
			throw new ProblemException(Problem.of(type, "No"));
		};
	}

	private static MockHttpServletRequest request(String key) {
		MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/v1/ingest/upload");
		request.addHeader(IdempotencyKey.HEADER, key);
		return request;
	}

	private static void assertThatProblem(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String type) {
		assertThatThrownBy(call).isInstanceOfSatisfying(ProblemException.class,
				(ex) -> assertThat(ex.problem().type()).isEqualTo("/problems/" + type));
	}

}
