package org.imageingest.bench.corpus;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.imageingest.bench.corpus.CorpusClient.Ending;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Sends one file and compares what comes out.
 */
final class FileCheck {

	private static final String NEEDS_NATIVE_ENGINE = "format-needs-native-engine";

	private final CorpusClient client;

	private final boolean portable;

	/**
	 * Makes a check.
	 * @param client the service
	 * @param portable whether the service decodes without native libraries, so that
	 * formats that need them may be kept without variants
	 */
	FileCheck(CorpusClient client, boolean portable) {
		this.client = client;
		this.portable = portable;
	}

	/**
	 * Sends a file.
	 * @param file the file
	 * @return how it fared
	 */
	Finding check(CorpusFile file) throws InterruptedException {
		try {
			Ending ending = this.client.ending(file);
			List<String> differences = new ArrayList<>();
			Expectation expectation = file.expectation();
			if (expectation != null && ending.outcome() != Outcome.REJECT && ending.outcome() != Outcome.BROKEN) {
				compare(expectation.facts(), ending.answer().path("metadata"), differences);
			}
			List<String> leaks = leaks(ending, (expectation != null) ? expectation.secrets() : List.of());
			return new Finding(file, ending.outcome(), ending.reason(), agrees(expectation, ending), differences,
					leaks);
		}
		catch (IOException ex) {
			return new Finding(file, Outcome.BROKEN, ex.toString(), false, List.of(), List.of());
		}
	}

	private boolean agrees(@Nullable Expectation expectation, Ending ending) {
		if (ending.outcome() == Outcome.BROKEN) {
			return false;
		}
		if (expectation == null || ending.outcome() == expectation.outcome()
				|| expectation.tolerated().contains(ending.outcome())) {
			return true;
		}
		// A photo that may be refused may be kept as well, if the answer says why.
		return ending.outcome() == Outcome.ORIGINAL_ONLY && ending.reason().contains(NEEDS_NATIVE_ENGINE)
				&& (this.portable || expectation.tolerated().contains(Outcome.REJECT));
	}

	private static void compare(Map<String, String> facts, JsonNode metadata, List<String> differences) {
		new TreeMap<>(facts).forEach((name, expected) -> {
			String told = metadata.path(name).asString("");
			if (!told.equals(expected)) {
				differences.add("%s is '%s', not '%s'".formatted(name, told, expected));
			}
		});
	}

	private List<String> leaks(Ending ending, List<String> secrets) throws InterruptedException {
		List<String> leaks = new ArrayList<>();
		String told = ending.answer().path("metadata").toString() + ending.answer().path("warnings")
				+ ending.answer().path("error");
		secrets.stream().filter(told::contains).forEach((secret) -> leaks.add("the answer tells '" + secret + "'"));
		if (ending.outcome() == Outcome.VARIANTS) {
			for (Map.Entry<String, JsonNode> url : ending.answer().path("urls").properties()) {
				if (!url.getKey().equals("original")) {
					leaks.addAll(leaksOfVariant(url.getKey(), url.getValue().stringValue(""), secrets));
				}
			}
		}
		return leaks;
	}

	private List<String> leaksOfVariant(String name, String url, List<String> secrets) throws InterruptedException {
		try {
			return VariantInspection.leaks(this.client.fetch(url), secrets)
				.stream()
				.map((leak) -> name + " " + leak)
				.toList();
		}
		catch (IOException ex) {
			return List.of(name + " could not be looked at: " + ex.getMessage());
		}
	}

}
