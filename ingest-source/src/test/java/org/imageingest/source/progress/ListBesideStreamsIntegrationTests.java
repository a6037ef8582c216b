package org.imageingest.source.progress;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.imageingest.testkit.store.S3TestServer;
import org.imageingest.testkit.token.TestTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The list of jobs, at the same address as their stream.
 */
class ListBesideStreamsIntegrationTests {

	private static final String OWNER = "anna";

	@TempDir
	Path folder;

	private S3TestServer s3;

	private TestTokens tokens;

	private SourceInstance instance;

	@BeforeEach
	void start() throws Exception {
		this.s3 = S3TestServer.start();
		this.tokens = new TestTokens();
		this.instance = SourceInstance.start(UUID.randomUUID().toString(), this.s3, this.s3.newBucket(), this.folder,
				this.tokens.writePublicKey(this.folder));
	}

	@AfterEach
	void stop() throws Exception {
		this.instance.close();
		this.s3.close();
	}

	@Test
	void withoutAWordOfEventsTheSameAddressListsJobs() throws Exception {
		for (int i = 0; i < 3; i++) {
			this.instance.add("job_" + i, OWNER);
		}
		for (String accept : List.of("application/json", "*/*", "application/json, */*;q=0.5")) {
			HttpResponse<String> answer = list("?limit=2&status=processing", accept);
			assertThat(answer.statusCode()).isEqualTo(200);
			assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
			assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
			JsonNode first = JsonMapper.shared().readTree(answer.body());
			assertThat(first.path("items")).hasSize(2);
			JsonNode second = JsonMapper.shared()
				.readTree(list("?cursor=" + first.path("nextCursor").asString(), accept).body());
			assertThat(second.path("items")).hasSize(1);
			assertThat(second.has("nextCursor")).isFalse();
		}
	}

	@Test
	void whatCannotBeListedIsAProblem() throws Exception {
		for (String query : List.of("?status=done", "?limit=0", "?limit=many", "?limit=201", "?cursor=x")) {
			HttpResponse<String> answer = list(query, "application/json");
			assertThat(answer.statusCode()).as(query).isEqualTo(400);
			JsonNode problem = JsonMapper.shared().readTree(answer.body());
			assertThat(problem.path("type").asString()).isEqualTo("/problems/invalid-request");
			if (query.equals("?limit=201")) {
				assertThat(problem.path("limit").asInt()).isEqualTo(200);
				assertThat(problem.path("actual").asInt()).isEqualTo(201);
			}
			if (query.equals("?status=done")) {
				assertThat(problem.path("detail").asString())
					.contains("processing, completed, failed, cancelling, cancelled");
			}
		}
	}

	private HttpResponse<String> list(String query, String accept) throws Exception {
		try (HttpClient http = HttpClient.newHttpClient()) {
			return http.send(HttpRequest.newBuilder(this.instance.base().resolve("/api/v1/ingest/jobs" + query))
				.timeout(Duration.ofSeconds(20))
				.header("Accept", accept)
				.header("Authorization", "Bearer " + this.tokens.of(OWNER, "ingest:read"))
				.build(), HttpResponse.BodyHandlers.ofString());
		}
	}

}
