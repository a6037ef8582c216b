package org.imageingest.testkit.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A command line that starts a JVM of the kind that runs the test. What the process
 * writes goes to files in {@code target/logs}, where it can be read after a failure.
 */
public final class JavaCommand {

	private static final Path LOGS = Path.of("target", "logs");

	private final List<String> program;

	private final String classPath;

	/**
	 * For quick starts: little is computed, and what javac wrote need not be verified.
	 */
	private final List<String> options = new ArrayList<>(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
			"-XX:+UnlockDiagnosticVMOptions", "-XX:-BytecodeVerificationRemote"));

	private final List<String> arguments = new ArrayList<>();

	private JavaCommand(List<String> program, String classPath) {
		this.program = program;
		this.classPath = classPath;
	}

	/**
	 * Runs an executable jar.
	 * @param jar the jar
	 * @return the command
	 */
	public static JavaCommand jar(Path jar) {
		return new JavaCommand(List.of("-jar", jar.toString()), "");
	}

	/**
	 * Runs a class with the class path of the test.
	 * @param name name of the class
	 * @return the command
	 */
	public static JavaCommand mainClass(String name) {
		// Maven's own "java.class.path" is a jar that only names the others.
		return new JavaCommand(List.of(name),
				System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
	}

	public JavaCommand options(String... options) {
		this.options.addAll(List.of(options));
		return this;
	}

	public JavaCommand arguments(List<String> arguments) {
		this.arguments.addAll(arguments);
		return this;
	}

	/**
	 * Starts the process; all that it writes goes to one file.
	 * @param name names the file {@code NAME.log}, which is written anew
	 * @return the process
	 * @throws IOException if it cannot be started
	 */
	public JavaProcess start(String name) throws IOException {
		Path log = file(name + ".log");
		ProcessBuilder builder = builder().redirectErrorStream(true).redirectOutput(log.toFile());
		return new JavaProcess(name, builder.start(), log, log);
	}

	/**
	 * Starts a process whose standard output is of interest by itself.
	 * @param name names the files {@code NAME.out} and, for standard error,
	 * {@code NAME.log}, which are written anew
	 * @return the process
	 * @throws IOException if it cannot be started
	 */
	public JavaProcess startWithOutputApart(String name) throws IOException {
		Path output = file(name + ".out");
		Path log = file(name + ".log");
		ProcessBuilder builder = builder().redirectOutput(output.toFile()).redirectError(log.toFile());
		return new JavaProcess(name, builder.start(), output, log);
	}

	private ProcessBuilder builder() {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(this.options);
		command.addAll(this.program);
		command.addAll(this.arguments);
		ProcessBuilder builder = new ProcessBuilder(command);
		if (!this.classPath.isEmpty()) {
			// Too long for the command line of some systems.
			builder.environment().put("CLASSPATH", this.classPath);
		}
		return builder;
	}

	private static Path file(String name) throws IOException {
		return Files.createDirectories(LOGS).resolve(name);
	}

}
