package org.imageingest.dataflow;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the dashboard's requests lack. It was made before tasks of Spring Boot 3, whose
 * executions are kept in tables of their own: a request that does not name their schema
 * is answered from the old tables, which are empty here.
 */
final class TodaysTasks {

	private static final Pattern EXECUTIONS = Pattern
		.compile("/(tasks/executions/[0-9,]+|tasks/logs/.+|jobs/executions/[0-9]+(/.*)?|jobs/instances/[0-9]+)");

	private static final Pattern REGISTRATION = Pattern.compile("/apps(/.*)?");

	private TodaysTasks() {
	}

	/**
	 * Returns what to add to a request.
	 * @param method method of the request
	 * @param path path of the request
	 * @return name and value of a parameter; nothing if the request is complete
	 */
	static Optional<Map.Entry<String, String>> missingParameter(String method, String path) {
		if (EXECUTIONS.matcher(path).matches()) {
			return Optional.of(Map.entry("schemaTarget", "boot3"));
		}
		if ("POST".equals(method) && REGISTRATION.matcher(path).matches()) {
			return Optional.of(Map.entry("bootVersion", "3"));
		}
		return Optional.empty();
	}

	/**
	 * Tells whether a request launches a task the way the dashboard does, which this
	 * server refuses for tasks of Spring Boot 3.
	 * @param method method of the request
	 * @param path path of the request
	 * @return whether it is to be launched the new way
	 */
	static boolean isOldLaunch(String method, String path) {
		return "POST".equals(method) && "/tasks/executions".equals(path);
	}

}
