package org.imageingest.endtoend.dataflow;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

import org.imageingest.endtoend.checkout.Checkout;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the apps' own metadata says about the options of photo processing.
 */
final class OptionDescriptions {

	private static final Path METADATA = Checkout
		.path("libraries/photo-processing/target/classes/META-INF/spring-configuration-metadata.json");

	private OptionDescriptions() {
	}

	/**
	 * Reads the descriptions of a group.
	 * @param group what the names begin with, without a dot at the end
	 * @return descriptions by full names, without those of groups inside
	 */
	static Map<String, String> of(String group) {
		return JsonMapper.shared()
			.readTree(METADATA)
			.path("properties")
			.valueStream()
			.filter((option) -> option.path("name").asString().matches(group + "\\.[^.]+"))
			.collect(Collectors.toMap((option) -> option.path("name").asString(),
					(option) -> option.path("description").asString()));
	}

}
