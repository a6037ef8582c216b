package org.imageingest.engine.worker;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a worker forbids itself before it sees the first photo.
 * <ul>
 * <li>More memory than its limit: {@code RLIMIT_DATA} counts all that is private and
 * writable, heap and native together (Linux 4.7 and newer, setrlimit(2)). macOS does not
 * heed it and Windows lacks it: there only the Java heap is limited.</li>
 * <li>Core dumps, which would hold photos.</li>
 * <li>To live longer than the service where memory runs out: the kernel takes it
 * first.</li>
 * <li>To end with the terminal's Ctrl-C or its service manager's SIGTERM: the service
 * finishes the photo in hand, and its workers end with it.</li>
 * </ul>
 */
final class ProcessLimits {

	private static final int RLIMIT_DATA = 2;

	private static final int RLIMIT_CORE = 4;

	private static final int[] SIGNALS_OF_STOPPING = { /* SIGHUP */ 1, /* SIGINT */ 2,
			/* SIGTERM */ 15 };

	private static final MemorySegment SIG_IGN = MemorySegment.ofAddress(1);

	private static final Path OOM_SCORE = Path.of("/proc/self/oom_score_adj");

	private static final String TAKEN_FIRST = "500";

	private ProcessLimits() {
	}

	/**
	 * Sets the limits of this process.
	 * @param memoryBytes most memory in bytes
	 * @return what could not be set here, for operators
	 */
	static List<String> set(long memoryBytes) {
		String system = System.getProperty("os.name", "");
		List<String> notes = new ArrayList<>();
		if (!system.startsWith("Linux")) {
			notes.add("On " + system + " only the Java heap of a worker is limited, not its native memory");
		}
		if (system.startsWith("Windows")) {
			return notes;
		}
		limit(RLIMIT_CORE, 0, notes);
		ignoreSignals();
		if (notes.isEmpty()) {
			limit(RLIMIT_DATA, memoryBytes, notes);
			beTakenFirst(notes);
		}
		return notes;
	}

	private static void limit(int resource, long value, List<String> notes) {
		MethodHandle setrlimit = function("setrlimit",
				FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
		try (Arena arena = Arena.ofConfined()) {
			MemorySegment softAndHard = arena.allocateFrom(ValueLayout.JAVA_LONG, value, value);
			if ((int) setrlimit.invokeExact(resource, softAndHard) != 0) {
				notes.add("Limit " + resource + " of setrlimit could not be set to " + value);
			}
		}
		catch (Throwable ex) {
			throw new IllegalStateException("setrlimit cannot be called", ex);
		}
	}

	private static void ignoreSignals() {
		MethodHandle signal = function("signal",
				FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
		try {
			for (int number : SIGNALS_OF_STOPPING) {
				MemorySegment before = (MemorySegment) signal.invokeExact(number, SIG_IGN);
				assert before != null;
			}
		}
		catch (Throwable ex) {
			throw new IllegalStateException("signal cannot be called", ex);
		}
	}

	private static void beTakenFirst(List<String> notes) {
		try {
			Files.writeString(OOM_SCORE, TAKEN_FIRST);
		}
		catch (IOException ex) {
			notes.add("Workers are not the first to go where memory runs out: " + ex);
		}
	}

	private static MethodHandle function(String name, FunctionDescriptor descriptor) {
		Linker linker = Linker.nativeLinker();
		return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), descriptor);
	}

}
