package org.imageingest.source.openapi;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;

import org.imageingest.model.message.UploadedImage;
import org.imageingest.source.ApiClient;
import org.imageingest.source.ApiClient.Reply;
import org.imageingest.source.RunningIngestSource;
import org.imageingest.source.deadletter.ParkedLetters;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The operator's calls, each held against the contract.
 */
final class DeadLetterCalls {

	private static final String PATH = "/api/v1/dead-letters";

	private static final String LIST = "GET " + PATH;

	private static final String PURGE = "DELETE " + PATH + "/{}";

	private static final String PURGE_ALL = "DELETE " + PATH;

	private static final String REPLAY = "POST " + PATH + "/replay";

	private final RunningIngestSource source;

	private final Contract contract;

	private final ApiClient operator;

	DeadLetterCalls(RunningIngestSource source, Contract contract, ApiClient operator) {
		this.source = source;
		this.contract = contract;
		this.operator = operator;
	}

	void whileItWorks(UploadedImage failed) throws Exception {
		ParkedLetters.park(this.source, failed.jobId(), failed.attempt());
		ParkedLetters.park(this.source, "job_unknown", 1);
		ParkedLetters.park(this.source, "job_other", 1);
		Reply first = list("?limit=1");
		assertThat(first.json().path("total").asInt()).isEqualTo(3);
		assertThat(list("?limit=2&cursor=" + first.json().path("nextCursor").asString()).json().path("items"))
			.hasSize(2);
		assertThat(list("?limit=0").status()).isEqualTo(400);
		assertThat(list("?limit=201").status()).isEqualTo(400);
		assertThat(list("?cursor=x").status()).isEqualTo(400);
		assertThat(list("?limit=many").status()).isEqualTo(400);
		for (String nothing : new String[] { "", "{}", "{\"all\":false}", "[]", "{\"ids\":1}" }) {
			assertThat(replay(nothing).status()).as(nothing).isEqualTo(400);
		}
		assertThat(replay("{\"ids\":[\"letter_0\"]}").json().path("refused")).hasSize(1);
		Reply replayed = replay("{\"all\":true}");
		assertThat(replayed.json().path("replayed").asInt()).isOne();
		assertThat(replay("{\"all\":true}").json().path("replayed").asInt()).isZero();
		String letter = list("").json().path("items").path(0).path("deadLetterId").asString();
		assertThat(purge(letter).status()).isEqualTo(204);
		assertThat(purge(letter).status()).isEqualTo(404);
		assertThat(purgeAll("").status()).isEqualTo(400);
		assertThat(purgeAll("?all=true").json().path("purged").asInt()).isOne();
	}

	void withoutTheStore() throws Exception {
		assertThat(replay("{\"all\":true}").status()).isEqualTo(503);
	}

	void withoutTheDatabase() throws Exception {
		this.source.bean(JdbcClient.class).sql("alter table dead_letter rename to lost_letter").update();
		assertThat(list("").status()).isEqualTo(503);
		assertThat(purge("letter_1").status()).isEqualTo(503);
		assertThat(purgeAll("?all=true").status()).isEqualTo(503);
	}

	private Reply list(String query) throws Exception {
		return this.contract.check(LIST, this.operator.get(PATH + query));
	}

	private Reply purge(String letter) throws Exception {
		return this.contract.check(PURGE, this.operator.call("DELETE", PATH + "/" + letter));
	}

	private Reply purgeAll(String query) throws Exception {
		return this.contract.check(PURGE_ALL, this.operator.call("DELETE", PATH + query));
	}

	private Reply replay(String body) throws Exception {
		return this.contract.check(REPLAY, this.operator.call("POST", PATH + "/replay",
				Map.of("Content-Type", "application/json"), BodyPublishers.ofString(body)));
	}

}
