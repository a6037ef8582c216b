package org.imageingest.bench.pipeline;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.imageingest.bench.cli.UsageException;
import org.imageingest.bench.service.ServiceAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PipelineOptionsTests {

	@TempDir
	private Path folder;

	@Test
	void defaultsAreThoseOfTheUsage() {
		assertThat(parse()).isEqualTo(new PipelineOptions(this.folder, 200, 8, 100, 0.8, 100, null));
	}

	@Test
	void everythingCanBeChosen() {
		assertThat(parse("--uploads=5", "--concurrency=2", "--warm-up=0", "--load=1.2", "--steady-uploads=0"))
			.isEqualTo(new PipelineOptions(this.folder, 5, 2, 0, 1.2, 0, null));
	}

	@Test
	void severalProcessesMayBeOneService() {
		assertThat(parse("--service-pid=11,12,13", "--url=http://127.0.0.1:8080", "--token=t").running())
			.isEqualTo(new ServiceAddress(List.of(11L, 12L, 13L), URI.create("http://127.0.0.1:8080"), "t"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "--service-pid=1", "--url=http://127.0.0.1:8080", "--token=t" })
	void runningServiceIsDescribedWhollyOrNotAtAll(String option) {
		assertThatExceptionOfType(UsageException.class).isThrownBy(() -> parse(option))
			.withMessage("--service-pid, --url and --token go together");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "one", "1,", "1, 2", "-1" })
	void whatIsNoProcessIsRefused(String pids) {
		assertThatExceptionOfType(UsageException.class)
			.isThrownBy(() -> parse("--service-pid=" + pids, "--url=http://127.0.0.1:8080", "--token=t"))
			.withMessageStartingWith("--service-pid takes process ids");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "127.0.0.1:8080", "http://127.0.0.1:8080/api", "ftp://127.0.0.1" })
	void whatIsNoAddressOfAServiceIsRefused(String url) {
		assertThatExceptionOfType(UsageException.class)
			.isThrownBy(() -> parse("--service-pid=1", "--url=" + url, "--token=t"))
			.withMessageStartingWith("--url takes an address");
	}

	@Test
	void helpNeedsNothingElse() {
		assertThat(PipelineOptions.parse(List.of("--help"))).isEmpty();
	}

	private PipelineOptions parse(String... options) {
		return PipelineOptions.parse(Stream.concat(Stream.of(this.folder.toString()), Stream.of(options)).toList())
			.orElseThrow();
	}

}
