package org.imageingest.source.problem;

import java.nio.file.Path;

import org.imageingest.model.problem.ProblemType;
import org.imageingest.source.ApiClient;
import org.imageingest.source.ApiClient.Reply;
import org.imageingest.source.RunningIngestSource;
import org.imageingest.testkit.token.TestTokens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ProblemPagesIntegrationTests {

	private static RunningIngestSource source;

	@BeforeAll
	static void start(@TempDir Path folder) throws Exception {
		source = RunningIngestSource.start(folder, "spring.security.oauth2.resourceserver.jwt.public-key-location="
				+ new TestTokens().writePublicKey(folder).toUri());
	}

	@AfterAll
	static void stop() throws Exception {
		source.close();
	}

	private final ApiClient anybody = new ApiClient(source, null);

	@Test
	void theTypeOfAProblemIsAPageForAnybody() throws Exception {
		for (ProblemType type : ProblemType.values()) {
			Reply page = this.anybody.get(type.uri());
			assertThat(page.status()).as(type.uri()).isEqualTo(200);
			assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
			assertThat(page.text()).contains("<h1>" + type.title() + "</h1>");
			assertThat(page.response().headers().allValues("Content-Security-Policy")).hasSize(1)
				.first()
				.asString()
				.contains("default-src 'none'", "style-src 'sha256-")
				.doesNotContain("script", "unsafe");
		}
	}

	@Test
	void allProblemsAreListed() throws Exception {
		Reply list = this.anybody.get("/problems");
		assertThat(list.status()).isEqualTo(200);
		assertThat(list.text()).contains("/problems/corrupt-image", "/problems/too-many-jobs");
	}

	@Test
	void aProblemThatDoesNotExistIsOne() throws Exception {
		Reply reply = this.anybody.get("/problems/none");
		assertThat(reply.status()).isEqualTo(404);
		assertThat(reply.json().path("type").asString()).isEqualTo("/problems/not-found");
	}

}
