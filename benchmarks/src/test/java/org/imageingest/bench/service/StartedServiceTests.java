package org.imageingest.bench.service;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.imageingest.bench.report.BenchmarkFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@DisabledOnOs(OS.WINDOWS)
class StartedServiceTests {

	@TempDir
	private Path folder;

	@Test
	void processAndDataAreGoneWhenItIsClosed() throws Exception {
		Path launcher = launcher("""
				mkdir -p "$4/objects"
				echo "$4" >'%s'
				echo 'Something else'
				echo 'Ready: http://127.0.0.1:20123/#token=a.b-c'
				exec sleep 600
				""".formatted(this.folder.resolve("data")));
		ServiceAddress address;
		try (StartedService service = StartedService.start(launcher)) {
			address = service.awaitReady();
			assertThat(address.base()).isEqualTo(URI.create("http://127.0.0.1:20123"));
			assertThat(address.token()).isEqualTo("a.b-c");
			assertThat(data().resolve("objects")).isDirectory();
		}
		assertThat(data().getParent()).doesNotExist();
		assertThat(ProcessHandle.of(address.pids().getFirst()).filter(ProcessHandle::isAlive)).isEmpty();
	}

	@Test
	void serviceThatDoesNotStartIsAFailure() throws Exception {
		try (StartedService service = StartedService.start(launcher("exit 3\n"))) {
			assertThatExceptionOfType(BenchmarkFailedException.class).isThrownBy(service::awaitReady)
				.withMessageContaining("did not start");
		}
	}

	private Path data() throws IOException {
		return Path.of(Files.readString(this.folder.resolve("data")).strip());
	}

	private Path launcher(String commands) throws IOException {
		Path launcher = Files.writeString(this.folder.resolve("launcher"), "#!/bin/sh\n" + commands);
		return Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwx------"));
	}

}
