package org.imageingest.source;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * A call that the running app takes.
 *
 * @param method HTTP method
 * @param path path, with {@code {}} in the place of each variable
 */
public record ApiEndpoint(String method, String path) implements Comparable<ApiEndpoint> {

	private static final String DOCUMENTATION = "/api/v1/openapi";

	/**
	 * Reads the calls of the API from the app itself, so that no new one is forgotten.
	 * @param source the running app
	 * @return the calls in order, each once
	 */
	public static Stream<ApiEndpoint> of(RunningIngestSource source) {
		return source.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
			.getHandlerMethods()
			.keySet()
			.stream()
			.flatMap(ApiEndpoint::of)
			.filter((endpoint) -> endpoint.path.startsWith("/api/v1/"))
			.distinct()
			.sorted();
	}

	private static Stream<ApiEndpoint> of(RequestMappingInfo mapping) {
		Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
		Set<String> names = methods.isEmpty() ? Set.of("ANY")
				: methods.stream().map(Enum::name).collect(Collectors.toSet());
		return names.stream()
			.flatMap((method) -> mapping.getPatternValues()
				.stream()
				.map((path) -> new ApiEndpoint(method, path.replaceAll("\\{[^}]*}", "{}"))));
	}

	public boolean isDocumentation() {
		return this.path.startsWith(DOCUMENTATION);
	}

	public boolean isOpen() {
		return isDocumentation() || this.path.equals("/api/v1/health");
	}

	/**
	 * Returns the path with a value in the place of every variable.
	 * @param value the value
	 * @return a path that can be called
	 */
	public String at(String value) {
		return this.path.replace("{}", value);
	}

	@Override
	public int compareTo(ApiEndpoint other) {
		return toString().compareTo(other.toString());
	}

	@Override
	public String toString() {
		return this.method + " " + this.path;
	}

}
