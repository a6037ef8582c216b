package org.imageingest.bench.report;

import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A result as one line of JSON, its members in the order of the record.
 */
public final class JsonLine {

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
		.build();

	private JsonLine() {
	}

	/**
	 * Writes a result.
	 * @param result a record
	 * @return JSON without line breaks
	 */
	public static String of(Record result) {
		return MAPPER.writeValueAsString(result);
	}

}
