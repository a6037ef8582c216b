package org.imageingest.bench.engine;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.imageingest.bench.report.BenchmarkFailedException;
import org.imageingest.testkit.TestJpeg;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class EngineCommandTests {

	private static final List<String> VARIANTS = List.of("thumbnail.jpg", "thumbnail.webp", "web.jpg", "web.webp");

	@TempDir
	private Path photos;

	@TempDir
	private Path out;

	private final ByteArrayOutputStream output = new ByteArrayOutputStream();

	@Test
	void everyPhotoIsWorkedOnAndTheFiguresAreOneLine() throws Exception {
		TestJpeg.jpeg(320, 240).writeTo(this.photos.resolve("one.jpg"));
		TestJpeg.jpeg(240, 320).writeTo(this.photos.resolve("two.jpg"));
		assertThat(run("--passes", "2", "--workers", "2", "--method", "0", "--engine", "portable", "--out",
				this.out.toString()))
			.isZero();

		assertThat(lines()).hasSize(1);
		JsonNode report = JsonMapper.shared().readTree(lines().getFirst());
		assertThat(report.propertyNames()).containsExactly("engine", "images", "workers", "method", "cpuMsPerImage",
				"wallMsPerImage", "latencyP50Ms", "peakRssMb", "bytesPerImage");
		assertThat(report.get("engine").stringValue()).isEqualTo("portable");
		assertThat(report.get("images").intValue()).isEqualTo(4);
		assertThat(report.get("workers").intValue()).isEqualTo(2);
		assertThat(report.get("method").intValue()).isZero();
		assertThat(report.get("peakRssMb").longValue()).isPositive();

		long bytes = 0;
		for (String photo : List.of("one.jpg", "two.jpg")) {
			for (String variant : VARIANTS) {
				bytes += Files.size(this.out.resolve(photo).resolve(variant));
			}
		}
		assertThat(report.get("bytesPerImage").longValue()).isEqualTo(Math.round(bytes / 2.0));
	}

	@Test
	void engineWorksInThisProcessWhereThatIsAskedFor() throws Exception {
		TestJpeg.jpeg(320, 240).writeTo(this.photos.resolve("one.jpg"));
		assertThat(run("--passes", "1", "--engine", "portable", "--in-process")).isZero();
		assertThat(JsonMapper.shared().readTree(lines().getFirst()).get("images").intValue()).isEqualTo(1);
	}

	@Test
	void photoThatTheEngineRefusesIsNamed() throws Exception {
		Path broken = Files.write(this.photos.resolve("broken.jpg"), TestJpeg.jpeg(64, 64).truncated(0.1));
		assertThatExceptionOfType(BenchmarkFailedException.class).isThrownBy(() -> run())
			.withMessageContaining(broken.toString());
	}

	@Test
	void helpIsWhatWasAskedFor() throws Exception {
		assertThat(EngineCommand.run(List.of("--help"), new PrintStream(this.output))).isZero();
		assertThat(lines().getFirst()).startsWith("Usage: ./bench engine DIR");
	}

	private int run(String... options) throws Exception {
		List<String> arguments = new ArrayList<>(List.of(this.photos.toString()));
		arguments.addAll(List.of(options));
		return EngineCommand.run(arguments, new PrintStream(this.output, true, StandardCharsets.UTF_8));
	}

	private List<String> lines() {
		return this.output.toString(StandardCharsets.UTF_8).lines().toList();
	}

}
