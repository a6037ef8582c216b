package org.imageingest.workspace;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class WorkspaceTests {

	@TempDir
	private Path root;

	@Test
	void aRunLeavesNothingBehind() throws Exception {
		try (Workspace workspace = Workspace.open(this.root)) {
			Path file;
			try (TemporaryDirectory run = workspace.newDirectory()) {
				file = run.create("variants").resolve("web.webp");
				Files.writeString(file, "picture");
			}
			assertThat(file.getParent().getParent()).doesNotExist();
		}
		assertThat(this.root).isEmptyDirectory();
	}

	@Test
	void eachUserHasAUsualRootOfTheirOwn() {
		assertThat(Workspace.usualRoot("an-app")).isEqualTo(Path.of(System.getProperty("java.io.tmpdir"),
				"image-ingest-" + System.getProperty("user.name"), "an-app"));
	}

	@Test
	void removesWhatAKilledProcessLeftBehind() throws Exception {
		Files.createFile(this.root.resolve("killed.lock"));
		Files.createDirectories(this.root.resolve("killed/run1/variants"));
		Files.writeString(this.root.resolve("killed/run1/original"), "photo");
		try (Workspace workspace = Workspace.open(this.root); TemporaryDirectory run = workspace.newDirectory()) {
			assertThat(this.root.resolve("killed")).doesNotExist();
			assertThat(this.root.resolve("killed.lock")).doesNotExist();
			assertThat(run.resolve("original").getParent()).exists();
		}
	}

	@Test
	void aFileStaysUntilItsProcessIsGone() throws Exception {
		Path file;
		try (Workspace workspace = Workspace.open(this.root)) {
			file = workspace.newFile();
			assertThat(file).isEmptyFile();
			Workspace.open(this.root).close();
			assertThat(file).exists();
		}
		assertThat(file).doesNotExist();
	}

	@Test
	void leavesTheFilesOfALivingProcessAlone() throws Exception {
		try (Workspace first = Workspace.open(this.root); TemporaryDirectory run = first.newDirectory()) {
			Files.writeString(run.resolve("original"), "photo");
			try (Workspace second = Workspace.open(this.root); TemporaryDirectory other = second.newDirectory()) {
				assertThat(run.resolve("original")).hasContent("photo");
				assertThat(other.resolve("original")).doesNotExist();
			}
			assertThat(run.resolve("original")).hasContent("photo");
		}
	}

}
