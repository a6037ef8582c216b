package org.imageingest.bulk.item;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class FolderWalkTests {

	private static final List<String> PLACES = List.of("a/1", "a/b/2", "a/b/3", "a.jpg", "b", "c/d/e/4", "c/z", "ä");

	@TempDir
	private Path root;

	@BeforeEach
	void makeFiles() throws IOException {
		for (String place : PLACES) {
			Files.createDirectories(this.root.resolve(place).getParent());
			Files.writeString(this.root.resolve(place), place);
		}
		Files.writeString(this.root.resolve(".hidden"), "");
		Files.createDirectories(this.root.resolve("c/empty"));
		Files.createSymbolicLink(this.root.resolve("loop"), this.root);
	}

	@Test
	void filesComeInOneOrder() {
		assertThat(walk(null)).containsExactlyElementsOf(PLACES);
	}

	@Test
	void fromEachPlaceTheWalkGoesOnWithTheNext() {
		for (int i = 0; i < PLACES.size(); i++) {
			assertThat(walk(PLACES.get(i))).containsExactlyElementsOf(PLACES.subList(i + 1, PLACES.size()));
		}
	}

	@Test
	void aPlaceThatIsGoneIsAPlaceAllTheSame() throws IOException {
		Files.delete(this.root.resolve("a/b/2"));
		assertThat(walk("a/b/2")).startsWith("a/b/3");
		assertThat(walk("a/b/gone/deep")).startsWith("a.jpg");
		assertThat(walk("zz")).containsExactly("ä");
	}

	private List<String> walk(@Nullable String after) {
		List<String> places = new ArrayList<>();
		new FolderWalk(this.root, after).forEachRemaining((file) -> places.add(file.place()));
		return places;
	}

}
