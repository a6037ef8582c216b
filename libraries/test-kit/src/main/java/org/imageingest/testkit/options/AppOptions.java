package org.imageingest.testkit.options;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The options of the app on the class path, and which of them it lists for the forms of a
 * Data Flow server: only those are shown there.
 */
final class AppOptions {

	private static final String METADATA = "META-INF/spring-configuration-metadata.json";

	private static final String LIST = "META-INF/dataflow-configuration-metadata.properties";

	private static final String OURS = "org.imageingest.";

	/** Spring Boot makes the same options for every actuator endpoint. */
	private static final String ENDPOINTS = "management.endpoint.";

	private final List<AppOption> all = new ArrayList<>();

	private final Set<String> groups = new TreeSet<>();

	private final Set<String> listedClasses;

	private final Set<String> listedNames;

	private AppOptions(Properties list) {
		this.listedClasses = values(list, "configuration-properties.classes");
		this.listedNames = values(list, "configuration-properties.names");
	}

	/**
	 * Reads the metadata of the app and of its libraries.
	 * @return all options on the class path
	 * @throws IOException if the app lists none
	 */
	static AppOptions onClassPath() throws IOException {
		ClassLoader loader = AppOptions.class.getClassLoader();
		Properties list = new Properties();
		try (InputStream file = loader.getResourceAsStream(LIST)) {
			if (file == null) {
				throw new IOException("There is no " + LIST);
			}
			list.load(file);
		}
		AppOptions options = new AppOptions(list);
		for (URL file : Collections.list(loader.getResources(METADATA))) {
			options.add(file);
		}
		return options;
	}

	private void add(URL file) throws IOException {
		try (InputStream stream = file.openStream()) {
			JsonNode metadata = JsonMapper.shared().readTree(stream);
			metadata.path("groups")
				.valueStream()
				.filter((group) -> !group.path("name").asString("").startsWith(ENDPOINTS))
				.map((group) -> group.path("type").asString(""))
				.filter((type) -> type.startsWith(OURS))
				.forEach(this.groups::add);
			metadata.path("properties").valueStream().map(AppOption::of).forEach(this.all::add);
		}
	}

	/** Classes with options of ours that no form would show. */
	List<String> notListed() {
		return this.groups.stream().filter((group) -> !this.listedClasses.contains(group)).toList();
	}

	/** What the list names and no class path has. */
	List<String> listedInVain() {
		Set<String> names = new HashSet<>(this.all.stream().map(AppOption::name).toList());
		List<String> missing = new ArrayList<>(
				this.listedClasses.stream().filter((type) -> !this.groups.contains(type)).toList());
		this.listedNames.stream().filter((name) -> !names.contains(name)).forEach(missing::add);
		return missing;
	}

	List<AppOption> ours() {
		return this.all.stream()
			.filter((option) -> option.declaredIn().startsWith(OURS) && !option.name().startsWith(ENDPOINTS))
			.sorted(Comparator.comparing(AppOption::name))
			.distinct()
			.toList();
	}

	private static Set<String> values(Properties list, String name) {
		Set<String> values = new HashSet<>(Arrays.asList(list.getProperty(name, "").split("[,\\s]+")));
		values.remove("");
		return values;
	}

}
