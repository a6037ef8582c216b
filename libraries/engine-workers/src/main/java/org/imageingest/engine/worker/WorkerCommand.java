package org.imageingest.engine.worker;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.imageingest.engine.ImageEngines;

/**
 * The command line and the environment of a worker.
 */
final class WorkerCommand {

	private static final int NICENESS = 10;

	/**
	 * Never the serial or the parallel collector: Java's own JPEG decoder can freeze a
	 * JVM under them, see {@code docs/adr/0033-collectors-and-java-jpeg.md}. What a photo
	 * needs for a moment dies in the young generation; where that has another size, it
	 * piles up in the old one.
	 */
	private static final List<String> HEAP_FOR_PIXELS = List.of("-XX:+UseG1GC", "-XX:ParallelGCThreads=1",
			"-XX:ConcGCThreads=1", "-Xms64m", "-Xmn48m");

	/**
	 * Where pixels do not come into the heap but for rare pictures, it takes tags and
	 * names only.
	 */
	private static final List<String> HEAP_FOR_TAGS = List.of("-XX:+UseSerialGC", "-XX:SurvivorRatio=3", "-Xms16m",
			"-Xmn8m");

	/**
	 * Of what Java does for a photo, digests alone are worth the optimizing compiler;
	 * with its usual thresholds it works on each fresh worker for two seconds.
	 */
	private static final List<String> COMPILER = List.of("-XX:Tier4InvocationThreshold=50000",
			"-XX:Tier4MinInvocationThreshold=6000", "-XX:Tier4CompileThreshold=150000");

	private static final List<String> JVM_OPTIONS = List.of("-Xss512k", "-XX:+UseCompactObjectHeaders",
			"-XX:-UsePerfData", "-XX:-CreateCoredumpOnCrash", "-XX:+ExitOnOutOfMemoryError",
			"-XX:+DisplayVMOutputToStderr", "-Xshare:auto", "--enable-native-access=ALL-UNNAMED",
			"-Djava.awt.headless=true", "-Dslf4j.provider=" + StandardErrorLogging.class.getName(),
			"-Dslf4j.internal.verbosity=WARN");

	/**
	 * Every five seconds what C libraries have freed goes back to the system. glibc keeps
	 * it otherwise, and a worker that has met a picture of each kind stays as large as
	 * all of them together want.
	 */
	private static final List<String> ON_LINUX = List.of("-XX:TrimNativeHeapInterval=5000");

	/**
	 * All that a worker gets of the service's environment: the rest has the service's
	 * secrets in it, and options that are meant for its JVM.
	 */
	private static final Set<String> KEPT_ENVIRONMENT = Set.of("PATH", "LANG", "LC_ALL", "LC_CTYPE", "TZ", "HOME",
			"LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "SystemRoot", "TEMP", "TMP");

	private static final Map<String, String> ENVIRONMENT = Map.of("MALLOC_ARENA_MAX", "2", "VIPS_CONCURRENCY", "1",
			"VIPS_BLOCK_UNTRUSTED", "1");

	private final String mainClass;

	private final WorkerClassPath classPath;

	private final WorkerOptions options;

	private final List<String> program;

	private final List<String> heap;

	private final List<String> compiler;

	/**
	 * Prepares the command.
	 * @param mainClass program of the worker
	 * @param classPath where its classes are
	 * @param options what it is told
	 */
	WorkerCommand(Class<?> mainClass, WorkerClassPath classPath, WorkerOptions options) {
		this.mainClass = mainClass.getName();
		this.classPath = classPath;
		this.options = options;
		this.program = program();
		boolean inNativeCode = ImageEngines.isNative(options.engine());
		this.heap = inNativeCode ? HEAP_FOR_TAGS : HEAP_FOR_PIXELS;
		this.compiler = inNativeCode ? COMPILER : List.of();
	}

	private static List<String> program() {
		String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
		Optional<Path> nice = Stream.of("/usr/bin/nice", "/bin/nice")
			.map(Path::of)
			.filter(Files::isExecutable)
			.findFirst();
		return nice.map((file) -> List.of(file.toString(), "-n", Integer.toString(NICENESS), java))
			.orElse(List.of(java));
	}

	/**
	 * Makes a process that can be started.
	 * @param directory its working directory, which takes its temporary files
	 * @param describes whether it begins with a description of its engine
	 * @return not started
	 */
	ProcessBuilder in(Path directory, boolean describes) {
		List<String> command = new ArrayList<>(this.program);
		command.addAll(JVM_OPTIONS);
		command.addAll(this.heap);
		command.addAll(this.compiler);
		if (System.getProperty("os.name", "").startsWith("Linux")) {
			command.addAll(ON_LINUX);
		}
		command.add("-Xmx" + this.options.heapBytes());
		command.add("-Djava.io.tmpdir=" + directory);
		command.add("-XX:ErrorFile=" + directory.resolve("crash.log"));
		if (this.classPath.launcher().isEmpty()) {
			command.add(this.mainClass);
		}
		else {
			command.add("-Dloader.main=" + this.mainClass);
			command.add(this.classPath.launcher());
		}
		command.add(this.options.engine().name());
		command.add(Long.toString(this.options.memoryBytes()));
		command.add(Boolean.toString(describes));
		ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
		builder.environment().keySet().retainAll(KEPT_ENVIRONMENT);
		builder.environment().putAll(ENVIRONMENT);
		// Too long for the command line of some systems.
		builder.environment().put("CLASSPATH", this.classPath.entries());
		return builder;
	}

}
