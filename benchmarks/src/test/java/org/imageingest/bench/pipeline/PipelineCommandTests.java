package org.imageingest.bench.pipeline;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.imageingest.bench.report.BenchmarkFailedException;
import org.imageingest.bench.service.ServiceAddress;
import org.imageingest.testkit.TestJpeg;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PipelineCommandTests {

	@TempDir
	private Path folder;

	private FakeService service;

	private final ByteArrayOutputStream output = new ByteArrayOutputStream();

	@BeforeEach
	void start() throws IOException {
		this.service = new FakeService();
		TestJpeg.jpeg(64, 48).writeTo(this.folder.resolve("photo.jpg"));
	}

	@AfterEach
	void stop() {
		this.service.close();
	}

	@Test
	void figuresAreOneLineOfJson() throws Exception {
		assertThat(run("--uploads=10", "--warm-up=2", "--steady-uploads=3", "--load=1")).isZero();
		JsonNode report = report();
		assertThat(report.propertyNames()).containsExactly("images", "failed", "imagesPerMinute", "acceptP50Ms",
				"acceptP99Ms", "doneP50Ms", "doneP99Ms", "cpuMsPerImage", "peakRssMb", "steadyPerMinute",
				"steadyAcceptP99Ms", "steadyDoneP50Ms", "steadyDoneP99Ms", "steadyCpuMsPerImage");
		assertThat(report).allMatch(JsonNode::isNumber);
		assertThat(report.get("images").intValue()).isEqualTo(10);
		assertThat(report.get("failed").intValue()).isZero();
		assertThat(report.get("peakRssMb").longValue()).isPositive();
	}

	@Test
	void withoutSteadyPhaseItsFiguresAreNull() throws Exception {
		assertThat(run("--uploads=2", "--warm-up=0", "--steady-uploads=0")).isZero();
		assertThat(report().get("doneP99Ms").isNumber()).isTrue();
		assertThat(report().get("steadyDoneP99Ms").isNull()).isTrue();
	}

	@Test
	void failedUploadsAreToldByFiguresAndExitCode() throws Exception {
		this.service.refuse((index) -> (index == 0) ? "{}" : null);
		assertThat(run("--uploads=3", "--warm-up=0")).isEqualTo(1);
		assertThat(report().get("images").intValue()).isEqualTo(2);
		assertThat(report().get("failed").intValue()).isEqualTo(1);
		assertThat(report().get("steadyPerMinute").isNull()).isTrue();
	}

	@Test
	void nothingIsMeasuredAfterAFailedWarmUp() {
		this.service.refuse((index) -> "{\"title\":\"Overloaded\",\"detail\":\"Come later.\"}");
		assertThatExceptionOfType(BenchmarkFailedException.class).isThrownBy(() -> run("--warm-up=2"))
			.withMessage("warm-up: 2 x upload: 503 Overloaded: Come later.");
	}

	@Test
	void helpIsWhatWasAskedFor() throws Exception {
		assertThat(PipelineCommand.run(List.of("-h"), new PrintStream(this.output))).isZero();
		assertThat(this.output.toString(StandardCharsets.UTF_8)).startsWith("Usage: ./bench pipeline DIR");
	}

	private int run(String... options) throws Exception {
		ServiceAddress address = this.service.address();
		List<String> arguments = new ArrayList<>(
				List.of(this.folder.toString(), "--service-pid", Long.toString(address.pids().getFirst()), "--url",
						address.base().toString(), "--token", address.token()));
		arguments.addAll(List.of(options));
		return PipelineCommand.run(arguments, new PrintStream(this.output, true, StandardCharsets.UTF_8));
	}

	private JsonNode report() {
		assertThat(this.output.toString(StandardCharsets.UTF_8).lines()).hasSize(1);
		return JsonMapper.shared().readTree(this.output.toString(StandardCharsets.UTF_8));
	}

}
