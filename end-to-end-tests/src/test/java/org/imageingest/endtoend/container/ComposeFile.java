package org.imageingest.endtoend.container;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.imageingest.endtoend.checkout.Checkout;
import org.imageingest.testkit.process.Program;
import org.yaml.snakeyaml.Yaml;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code docker-compose.yml} as Docker's own tool understands it: held against its
 * schema, with all profiles, and with the values of this test for its variables.
 */
final class ComposeFile {

	/** What to do where the tool is missing. */
	static final String MISSING = "missing here: docker-compose (apt-get install docker-compose; needs no Docker)";

	private static final String TOOL = "docker-compose";

	private static final List<String> PROFILES = List.of("apps", "jobs", "dataflow", "monitoring");

	private final Map<String, Map<String, Object>> services;

	private ComposeFile(Map<String, Map<String, Object>> services) {
		this.services = services;
	}

	static boolean isReadable() {
		return Program.find(TOOL).isPresent();
	}

	/**
	 * Reads the file.
	 * @param variables values of its variables
	 * @return what is in it
	 * @throws AssertionError if it is not valid
	 */
	static ComposeFile read(Map<String, String> variables) throws IOException, InterruptedException {
		List<String> command = Stream
			.concat(Stream.of(TOOL), Stream
				.concat(PROFILES.stream().flatMap((profile) -> Stream.of("--profile", profile)), Stream.of("config")))
			.toList();
		ProcessBuilder builder = new ProcessBuilder(command).directory(Checkout.path("").toFile())
			.redirectError(ProcessBuilder.Redirect.INHERIT);
		builder.environment().putAll(variables);
		Process process = builder.start();
		String resolved = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor()).as("exit code of %s", command).isZero();
		Map<String, Map<String, Map<String, Object>>> file = new Yaml().load(resolved);
		return new ComposeFile(file.get("services"));
	}

	/**
	 * Returns the environment of a service.
	 * @param service its name
	 * @return its variables
	 */
	Map<String, String> environment(String service) {
		Map<String, String> environment = new TreeMap<>();
		((Map<?, ?>) this.services.get(service).get("environment"))
			.forEach((name, value) -> environment.put(name.toString(), value.toString()));
		return environment;
	}

	Map<String, Map<String, Object>> services() {
		return this.services;
	}

}
