package org.imageingest.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A few small files of the photo corpus, one of each category, in a folder of their own.
 * The corpus is not part of the repository; without it the test is skipped.
 */
final class CorpusSample {

	private static final Path CORPUS = Path.of(System.getProperty("corpus.dir", "../../shared/corpus"));

	/** Larger ones take longer and show nothing else. */
	private static final long MOST_BYTES = 300_000;

	/** What an engine without native libraries keeps without variants. */
	private static final List<String> NATIVE_ONLY = List.of("avif", "heic", "heif-uncompressed", "arithmetic",
			"twelve-bit");

	private CorpusSample() {
	}

	/**
	 * Copies the files.
	 * @param folder an empty folder
	 * @return the folder, with a manifest
	 */
	static Path in(Path folder) throws IOException {
		Path manifest = CORPUS.resolve("manifest.jsonl");
		Assumptions.assumeTrue(Files.exists(manifest), "No photo corpus at " + CORPUS);
		List<String> lines = new ArrayList<>();
		String last = "";
		for (String line : Files.readAllLines(manifest)) {
			JsonNode row = JsonMapper.shared().readTree(line);
			String category = row.get("category").stringValue();
			if (category.equals(last) || NATIVE_ONLY.contains(category) || row.get("bytes").longValue() > MOST_BYTES) {
				continue;
			}
			last = category;
			Path file = folder.resolve(row.get("path").stringValue());
			Files.createDirectories(file.getParent());
			Files.copy(CORPUS.resolve(row.get("path").stringValue()), file);
			lines.add(line);
		}
		Files.write(folder.resolve("manifest.jsonl"), lines);
		return folder;
	}

}
