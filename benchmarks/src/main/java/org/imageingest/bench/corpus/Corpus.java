package org.imageingest.bench.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.imageingest.bench.report.BenchmarkFailedException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A collection of files: those that its {@code manifest.jsonl} names, or all of a folder.
 *
 * @param files at least one
 */
record Corpus(List<CorpusFile> files) {

	private static final String MANIFEST = "manifest.jsonl";

	Corpus {
		files = List.copyOf(files);
	}

	/**
	 * Reads a collection.
	 * @param folder the folder, looked through to its bottom where it has no manifest
	 * @return its files, in the order of the manifest or of their names
	 * @throws BenchmarkFailedException if there is none, or the manifest is wrong
	 * @throws IOException if the folder cannot be read
	 */
	static Corpus of(Path folder) throws IOException {
		Path manifest = folder.resolve(MANIFEST);
		List<CorpusFile> files = Files.exists(manifest) ? listed(folder, manifest) : found(folder);
		if (files.isEmpty()) {
			throw new BenchmarkFailedException("There is no file in " + folder);
		}
		return new Corpus(files);
	}

	private static List<CorpusFile> listed(Path folder, Path manifest) throws IOException {
		List<CorpusFile> files = new ArrayList<>();
		List<String> lines = Files.readAllLines(manifest);
		for (int i = 0; i < lines.size(); i++) {
			if (!lines.get(i).isBlank()) {
				files.add(listed(folder, lines.get(i), manifest + ", line " + (i + 1)));
			}
		}
		return files;
	}

	private static CorpusFile listed(Path folder, String line, String place) {
		try {
			JsonNode row = JsonMapper.shared().readTree(line);
			String name = row.path("path").stringValue();
			Path path = folder.resolve(name);
			if (!Files.isRegularFile(path)) {
				throw new BenchmarkFailedException(place + ": there is no file " + path);
			}
			String category = row.path("group").stringValue("") + "/" + row.path("category").stringValue("");
			return new CorpusFile(name, category, path, Expectation.of(row));
		}
		catch (JacksonException | IllegalArgumentException ex) {
			throw new BenchmarkFailedException(place + ": " + ex.getMessage(), ex);
		}
	}

	private static List<CorpusFile> found(Path folder) throws IOException {
		try (Stream<Path> paths = Files.walk(folder)) {
			return paths.filter(Files::isRegularFile).sorted().map((path) -> {
				Path name = folder.relativize(path);
				Path parent = name.getParent();
				return new CorpusFile(name.toString().replace('\\', '/'),
						(parent != null) ? parent.toString().replace('\\', '/') : ".", path, null);
			}).toList();
		}
	}

}
