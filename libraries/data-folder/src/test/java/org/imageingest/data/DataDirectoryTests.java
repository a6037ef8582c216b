package org.imageingest.data;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DataDirectoryTests {

	private static final RuntimeInfo.Endpoints ENDPOINTS = new RuntimeInfo.Endpoints(
			URI.create("http://127.0.0.1:8080"), URI.create("amqp://127.0.0.1:5672"),
			URI.create("http://127.0.0.1:9000"));

	@TempDir
	Path parent;

	@Test
	void absentFolderIsMadeForItsOwnerOnly() throws Exception {
		try (DataDirectory data = DataDirectory.open(this.parent.resolve("a/b"), "a test")) {
			assertThat(data.root()).isDirectory().isAbsolute();
			assertThat(mode(data.root())).isEqualTo("rwx------");
		}
	}

	@Test
	void secondHolderIsToldWhoHoldsTheFolder() throws Exception {
		try (DataDirectory data = DataDirectory.open(this.parent, "a test")) {
			data.publish(ENDPOINTS);
			assertThatExceptionOfType(StartException.class).isThrownBy(() -> DataDirectory.open(this.parent, "a test"))
				.withMessageContaining("process " + ProcessHandle.current().pid())
				.withMessageContaining("http://127.0.0.1:8080");
		}
	}

	@Test
	void holderThatServesNothingIsNamedToo() throws Exception {
		try (DataDirectory data = DataDirectory.open(this.parent, "./run import")) {
			assertThat(data.root()).isDirectory();
			assertThatExceptionOfType(DataFolderInUseException.class)
				.isThrownBy(() -> DataDirectory.open(this.parent, "./run"))
				.withMessageContaining("process %d (./run import)", ProcessHandle.current().pid());
			assertThat(DataDirectory.runningOn(this.parent)).isEmpty();
		}
	}

	@Test
	void folderCanBeTakenAgainAfterItWasGivenBack() throws Exception {
		DataDirectory.open(this.parent, "a test").close();
		try (DataDirectory data = DataDirectory.open(this.parent, "a test")) {
			assertThat(data.root()).isEqualTo(this.parent.toAbsolutePath());
		}
	}

	@Test
	void pathThatCannotBeAFolderIsNamed() throws Exception {
		Path file = Files.createFile(this.parent.resolve("file"));
		assertThatExceptionOfType(StartException.class).isThrownBy(() -> DataDirectory.open(file, "a test"))
			.withMessageContaining(file.toString());
	}

	@Test
	void secretsAreMadeOnceAndKept() throws Exception {
		Secrets first = secrets();
		Path privateKey = first.tokenKeys().privateKey();
		String pem = Files.readString(privateKey);

		assertThat(secrets()).isEqualTo(first);
		assertThat(privateKey).hasContent(pem);
		assertThat(first.identityKey()).matches("[0-9a-f]{64}");
		assertThat(List.of(first.identityKey(), first.filesKey(), first.s3AccessKey(), first.s3SecretKey(),
				first.brokerPassword()))
			.doesNotHaveDuplicates();
	}

	@Test
	void secretsMadeBeforeTheFirstStartAreTheSame() throws Exception {
		Secrets early = Secrets.of(DataFolder.at(this.parent));
		assertThat(secrets()).isEqualTo(early);
	}

	@Test
	void onlyTheOwnerReadsSecretsAndRuntimeFile() throws Exception {
		try (DataDirectory data = DataDirectory.open(this.parent, "a test")) {
			data.publish(ENDPOINTS);
			assertThat(modes(data.path("secrets"))).containsOnly("rw-------");
			assertThat(mode(data.path("secrets"))).isEqualTo("rwx------");
			assertThat(mode(data.path("runtime.json"))).isEqualTo("rw-------");
		}
	}

	@Test
	void runtimeFileNamesProcessEndpointsAndCredentialsUntilTheStop() throws Exception {
		Path runtime = this.parent.resolve("runtime.json");
		try (DataDirectory data = DataDirectory.open(this.parent, "a test")) {
			data.publish(ENDPOINTS);
			assertThat(new RuntimeFile(runtime).read()).hasValueSatisfying((info) -> {
				assertThat(info.pid()).isEqualTo(ProcessHandle.current().pid());
				assertThat(info.endpoints()).isEqualTo(ENDPOINTS);
				assertThat(info.credentials().s3SecretKey()).isEqualTo(data.secrets().s3SecretKey());
			});
		}
		assertThat(runtime).doesNotExist();
	}

	@Test
	void runtimeFileOfAKilledProcessIsRemoved() throws Exception {
		Path runtime = Files.writeString(this.parent.resolve("runtime.json"), "{}");
		try (DataDirectory data = DataDirectory.open(this.parent, "a test")) {
			assertThat(data.root()).isDirectory();
			assertThat(runtime).doesNotExist();
		}
	}

	@Test
	void secretsAreNotShown() throws Exception {
		assertThat(secrets()).asString().doesNotContain(secrets().brokerPassword());
	}

	private Secrets secrets() throws Exception {
		try (DataDirectory data = DataDirectory.open(this.parent, "a test")) {
			return data.secrets();
		}
	}

	private static List<String> modes(Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.filter((file) -> !file.endsWith(".lock")).map(DataDirectoryTests::mode).toList();
		}
	}

	private static String mode(Path path) {
		try {
			return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
