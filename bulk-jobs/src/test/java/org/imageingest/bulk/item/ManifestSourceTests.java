package org.imageingest.bulk.item;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ManifestSourceTests {

	@TempDir
	private Path folder;

	@Test
	void linesOfACsvFileAreItems() throws IOException {
		List<SourceItem> items = read("photos.csv", """
				uri,owner,tags
				s3://bucket/a photo.jpg,bob,"sea,sun"
				file:///photos/2.jpg,,
				sub/3.jpg,carol,snow
				""");
		assertThat(items).extracting(SourceItem::place).containsExactly("2", "3", "4");
		assertThat(items).extracting(SourceItem::uri)
			.containsExactly("s3://bucket/a photo.jpg", "file:///photos/2.jpg",
					this.folder.resolve("sub/3.jpg").toUri().toString());
		assertThat(items).extracting(SourceItem::owner).containsExactly("bob", "alice", "carol");
		assertThat(items).extracting(SourceItem::tags)
			.containsExactly(List.of("all", "sea", "sun"), List.of("all"), List.of("all", "snow"));
		assertThat(items).allSatisfy((item) -> assertThat(item.problem()).isNull());
	}

	@Test
	void linesOfAJsonlFileAreItems() throws IOException {
		List<SourceItem> items = read("photos.jsonl", """
				{"uri": "s3://bucket/1.jpg", "owner": "bob", "tags": ["sea", "sun"]}

				{"uri": "s3://bucket/2.jpg", "tags": "snow"}
				""");
		assertThat(items).extracting(SourceItem::place).containsExactly("1", "3");
		assertThat(items).extracting(SourceItem::tags)
			.containsExactly(List.of("all", "sea", "sun"), List.of("all", "snow"));
	}

	@Test
	void aBadLineIsAnItemWithItsNumberInTheReason() throws IOException {
		assertThat(read("bad.csv", "uri,owner\n1.jpg,bob\n2.jpg\n").get(1).problem().detail())
			.isEqualTo("Line 3: There are 1 fields instead of 2");
		assertThat(read("bad.jsonl", "{}\nno json\n")).extracting((item) -> item.problem().detail())
			.first()
			.isEqualTo("Line 1: There is no string 'uri'");
		assertThat(read("bad.jsonl", "no json\n").getFirst().problem().detail())
			.startsWith("Line 1: The line is no JSON");
	}

	@Test
	void aManifestIsTakenUpBehindALine() throws IOException {
		Path file = Files.writeString(this.folder.resolve("photos.csv"), "uri\n1.jpg\n2.jpg\n3.jpg\n");
		try (Stream<SourceItem> items = source(file).open("3")) {
			assertThat(items).extracting(SourceItem::place).containsExactly("4");
		}
	}

	@Test
	void aFileWithOtherColumnsIsRefusedBeforeTheJobStarts() throws IOException {
		Path file = Files.writeString(this.folder.resolve("photos.csv"), "path;owner\n1.jpg;bob\n");
		assertThatExceptionOfType(SourceException.class).isThrownBy(() -> source(file).check())
			.withMessageStartingWith("Line 1 of " + file);
		assertThatExceptionOfType(SourceException.class)
			.isThrownBy(() -> source(this.folder.resolve("none.csv")).check())
			.withMessage("There is no manifest " + this.folder.resolve("none.csv"));
	}

	private List<SourceItem> read(String name, String content) throws IOException {
		try (Stream<SourceItem> items = source(Files.writeString(this.folder.resolve(name), content)).open(null)) {
			return items.toList();
		}
	}

	private static ManifestSource source(Path file) {
		return new ManifestSource(file, file.toString().endsWith(".csv") ? new CsvRows(file) : new JsonRows(file),
				new ItemDefaults("alice", List.of("all")));
	}

}
