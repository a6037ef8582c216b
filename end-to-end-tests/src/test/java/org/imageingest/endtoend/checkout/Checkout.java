package org.imageingest.endtoend.checkout;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The checkout that the tests run in, and its scripts.
 */
public final class Checkout {

	private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

	private Checkout() {
	}

	/**
	 * Returns a place in the checkout.
	 * @param relative path below it; empty for the checkout itself
	 * @return the place
	 */
	public static Path path(String relative) {
		return ROOT.resolve(relative);
	}

	/**
	 * Runs a script to its end.
	 * @param environment further variables
	 * @param script path below the checkout
	 * @param arguments its arguments
	 * @return what it wrote to standard output
	 */
	public static String run(Map<String, String> environment, String script, String... arguments)
			throws IOException, InterruptedException {
		List<String> command = Stream.concat(Stream.of(path(script).toString()), Stream.of(arguments)).toList();
		ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
		builder.environment().putAll(environment);
		Process process = builder.start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor()).as("exit code of %s", command).isZero();
		return output.strip();
	}

}
