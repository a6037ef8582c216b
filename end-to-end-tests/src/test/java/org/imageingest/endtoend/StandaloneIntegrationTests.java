package org.imageingest.endtoend;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import org.imageingest.bench.corpus.CorpusCommand;
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

	/** All of it: {@code ./bench corpus}. */
	@Test
	void sampleOfRealFilesEndsAsItShould(@TempDir Path sample) throws Exception {
		ByteArrayOutputStream output = new ByteArrayOutputStream();

		int code = CorpusCommand.run(
				List.of(CorpusSample.in(sample).toString(), "--least-agreeing", "1", "--url",
						stack.clients().getFirst().base().toString(), "--token", stack.token()),
				new PrintStream(output, true, StandardCharsets.UTF_8));

		assertThat(code).as(output.toString(StandardCharsets.UTF_8)).isZero();
		assertThat(output.toString(StandardCharsets.UTF_8)).contains("\"different\":0");
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
