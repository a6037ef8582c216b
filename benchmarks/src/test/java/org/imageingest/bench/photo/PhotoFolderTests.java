package org.imageingest.bench.photo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.imageingest.bench.report.BenchmarkFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PhotoFolderTests {

	@TempDir
	private Path folder;

	@Test
	void jpegsAreTakenInTurnByName() throws IOException {
		Path second = Files.createFile(this.folder.resolve("b.JPEG"));
		Path first = Files.createFile(this.folder.resolve("a.jpg"));
		Files.createFile(this.folder.resolve("c.png"));
		Files.createDirectory(this.folder.resolve("d.jpg"));
		PhotoFolder photos = PhotoFolder.of(this.folder);
		assertThat(photos.photos()).containsExactly(first, second);
		assertThat(photos.inTurn(0)).isEqualTo(first);
		assertThat(photos.inTurn(3)).isEqualTo(second);
	}

	@Test
	void folderWithoutJpegsIsNamed() {
		assertThatExceptionOfType(BenchmarkFailedException.class).isThrownBy(() -> PhotoFolder.of(this.folder))
			.withMessageContaining(this.folder.toString());
	}

}
