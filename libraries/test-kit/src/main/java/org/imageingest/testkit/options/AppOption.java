package org.imageingest.testkit.options;

import tools.jackson.databind.JsonNode;

/**
 * An option of an app, as its configuration metadata tells it.
 *
 * @param name name of the property
 * @param declaredIn class that declares it
 * @param defaultValue text of its default; empty if it has none
 * @param description what it is for; empty if that is not told
 */
record AppOption(String name, String declaredIn, String defaultValue, String description) {

	static AppOption of(JsonNode property) {
		return new AppOption(property.path("name").asString(), property.path("sourceType").asString(""),
				text(property.path("defaultValue")), property.path("description").asString(""));
	}

	private static String text(JsonNode value) {
		if (value.isMissingNode()) {
			return "";
		}
		if (value.isArray()) {
			return String.join(",", value.valueStream().map(JsonNode::asString).toList());
		}
		return value.asString();
	}

	/** A line of a table in Markdown. */
	String row() {
		return "| `%s` | %s | %s |".formatted(this.name,
				this.defaultValue.isEmpty() ? "" : "`" + this.defaultValue + "`",
				this.description.replace("|", "\\|").replaceAll("\\s+", " ").replaceAll("\\{@code ([^}]*)}", "`$1`"));
	}

}
