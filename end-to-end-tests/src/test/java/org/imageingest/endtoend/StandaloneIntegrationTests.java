package org.imageingest.endtoend;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The contract, kept by the three apps in one JVM with an embedded broker, S3 server and
 * database.
 */
class StandaloneIntegrationTests extends PipelineContract {

	@TempDir
	static Path data;

	private static EmbeddedStack stack;

	@BeforeAll
	static void start() throws Exception {
		stack = EmbeddedStack.start(data);
	}

	@AfterAll
	static void stop() {
		if (stack != null) {
			stack.close();
		}
	}

	@Override
	PipelineStack stack() {
		return stack;
	}

	/** The embedded S3 server brings a library that writes XML. */
	@Test
	void answersAreJsonWhateverLiesOnTheClassPath() throws Exception {
		URI health = stack().clients().getFirst().base().resolve("/health");
		try (HttpClient http = HttpClient.newHttpClient()) {
			HttpRequest request = HttpRequest.newBuilder(health).header("Accept", "application/xml").build();
			HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
			assertThat(answer.statusCode()).isEqualTo(406);
			assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
		}
	}

}
