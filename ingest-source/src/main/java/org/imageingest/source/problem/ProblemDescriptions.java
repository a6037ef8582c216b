package org.imageingest.source.problem;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

import org.imageingest.model.problem.ProblemType;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The descriptions of all problems, from {@code problems.yml}.
 */
@Component
class ProblemDescriptions {

	private static final String RESOURCE = "problems.yml";

	private final List<ProblemDescription> all;

	ProblemDescriptions(JsonMapper json) {
		Map<String, ProblemDescription.Entry> entries = read(json);
		this.all = Arrays.stream(ProblemType.values()).map((type) -> describe(type, entries)).toList();
		if (entries.size() != this.all.size()) {
			TreeSet<String> unknown = new TreeSet<>(entries.keySet());
			this.all.forEach((known) -> unknown.remove(known.name()));
			throw new IllegalStateException(RESOURCE + " describes what is no problem: " + unknown);
		}
	}

	/**
	 * Returns the descriptions in the order of {@link ProblemType}.
	 * @return one for each problem
	 */
	List<ProblemDescription> all() {
		return this.all;
	}

	Optional<ProblemDescription> find(String name) {
		return this.all.stream().filter((description) -> description.name().equals(name)).findFirst();
	}

	private static ProblemDescription describe(ProblemType type, Map<String, ProblemDescription.Entry> entries) {
		ProblemDescription.Entry entry = entries.get(ProblemDescription.nameOf(type));
		if (entry == null) {
			throw new IllegalStateException(RESOURCE + " does not describe " + ProblemDescription.nameOf(type));
		}
		return entry.of(type);
	}

	private static Map<String, ProblemDescription.Entry> read(JsonMapper json) {
		try (InputStream yaml = new ClassPathResource(RESOURCE, ProblemDescriptions.class.getClassLoader())
			.getInputStream()) {
			Object content = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
			return json.convertValue(content, new TypeReference<Map<String, ProblemDescription.Entry>>() {
			});
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
