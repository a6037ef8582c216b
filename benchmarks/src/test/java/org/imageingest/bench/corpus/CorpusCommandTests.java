package org.imageingest.bench.corpus;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.sun.net.httpserver.HttpServer;
import org.imageingest.testkit.TestJpeg;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class CorpusCommandTests {

	private static final String UPLOAD = "/api/v1/ingest/upload";

	private static final String PHOTO = """
			{"path":"a/photo.jpg","group":"photos","category":"a","expected":"variants","tolerated":[],\
			"displayWidth":64,"displayHeight":48,"serialTags":{"x":"SN-4711-0815"}}
			""";

	@TempDir
	private Path folder;

	private HttpServer service;

	private String address;

	private final ByteArrayOutputStream output = new ByteArrayOutputStream();

	@BeforeEach
	void start() throws IOException {
		this.service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.service.start();
		this.address = "http://127.0.0.1:" + this.service.getAddress().getPort();
		Files.createDirectories(this.folder.resolve("a"));
		TestJpeg.jpeg(64, 48).writeTo(this.folder.resolve("a/photo.jpg"));
		Files.writeString(this.folder.resolve("manifest.jsonl"), PHOTO);
		answer("/health", 200, "{}".getBytes(StandardCharsets.US_ASCII));
		answer("/variant", 200, TestJpeg.jpeg(64, 48).toBytes());
		answer(UPLOAD, 202, "{\"jobId\":\"job_1\"}".getBytes(StandardCharsets.US_ASCII));
		completed(64);
	}

	@AfterEach
	void stop() {
		this.service.stop(0);
	}

	@Test
	void allIsWellWhereEverythingIsAsExpected() throws Exception {
		assertThat(run()).isZero();
		assertThat(last()).startsWith("{\"files\":1,\"variants\":1,")
			.contains("\"agreeingPercent\":100.0,\"different\":0,\"leaking\":0,", "\"alive\":true");
	}

	@Test
	void differencesAreToldButCountForNoFailure() throws Exception {
		this.service.removeContext("/api/v1/ingest/status/job_1");
		completed(63);

		assertThat(run()).isZero();
		assertThat(this.output.toString(StandardCharsets.UTF_8)).contains("  width is '63', not '64'");
	}

	@Test
	void refusalOfAGoodPhotoIsAFailure() throws Exception {
		this.service.removeContext(UPLOAD);
		answer(UPLOAD, 422, "{\"type\":\"x\",\"title\":\"Corrupt image\",\"detail\":\"Torn.\"}"
			.getBytes(StandardCharsets.US_ASCII));

		assertThat(run()).isEqualTo(1);
		assertThat(this.output.toString(StandardCharsets.UTF_8))
			.contains("a/photo.jpg: reject, not variants (Corrupt image: Torn.)");
	}

	@Test
	void errorOfTheServiceIsAFailureWhateverMayDiffer() throws Exception {
		this.service.removeContext(UPLOAD);
		answer(UPLOAD, 500, new byte[] { '{', '}' });

		assertThat(run("--least-agreeing", "0.000001")).isEqualTo(1);
		assertThat(last()).contains("\"broken\":1");
	}

	@Test
	void leakInAVariantIsAFailure() throws Exception {
		this.service.removeContext("/variant");
		answer("/variant", 200, TestJpeg.jpeg(64, 48).comment("SN-4711-0815").toBytes());

		assertThat(run()).isEqualTo(1);
		assertThat(this.output.toString(StandardCharsets.UTF_8)).contains("LEAK: webLegacy has parts [FE]",
				"LEAK: webLegacy has the text 'SN-4711-0815' of the photo");
	}

	@Test
	void ofAPlainFolderNothingIsExpected() throws Exception {
		Files.delete(this.folder.resolve("manifest.jsonl"));

		assertThat(run()).isZero();
		assertThat(last()).contains("\"files\":1");
	}

	@Test
	void helpIsWhatWasAskedFor() throws Exception {
		assertThat(CorpusCommand.run(List.of("--help"), new PrintStream(this.output))).isZero();
		assertThat(this.output.toString(StandardCharsets.UTF_8)).startsWith("Usage: ./bench corpus DIR");
	}

	private void completed(int width) {
		answer("/api/v1/ingest/status/job_1", 200,
				"""
						{"status":"completed","variants":[{"name":"web_legacy"}],"warnings":[],"urls":{"webLegacy":"%s/variant"},
						"metadata":{"width":%d,"height":48,"orientation":1}}"""
					.formatted(this.address, width)
					.getBytes(StandardCharsets.UTF_8));
	}

	private void answer(String path, int status, byte[] body) {
		this.service.createContext(path, (exchange) -> {
			exchange.getRequestBody().readAllBytes();
			exchange.sendResponseHeaders(status, body.length);
			exchange.getResponseBody().write(body);
			exchange.close();
		});
	}

	private int run(String... options) throws Exception {
		List<String> arguments = new ArrayList<>(
				List.of(this.folder.toString(), "--url", this.address, "--token", "a-token"));
		arguments.addAll(List.of(options));
		return CorpusCommand.run(arguments, new PrintStream(this.output, true, StandardCharsets.UTF_8));
	}

	private String last() {
		return this.output.toString(StandardCharsets.UTF_8).lines().toList().getLast();
	}

}
