package org.imageingest.testkit.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * What is called at each point. Public, because the methods of the apps call it.
 */
public final class Crash {

	/** Exit code of a process that was killed. */
	public static final int EXIT_CODE = 137;

	/** System property that names the file with the order. */
	static final String ORDER = "crash.order";

	/** Static, because the methods that call this know no object of ours. */
	private static final Crash INSTANCE = new Crash(Path.of(System.getProperty(ORDER, "no-order")));

	private final Path order;

	private int passes;

	private Crash(Path order) {
		this.order = order;
	}

	/**
	 * Ends the process as a power cut would, if that is the order: no hook runs, nothing
	 * is flushed.
	 * @param point name of the point
	 */
	public static void reached(String point) {
		INSTANCE.pass(point);
	}

	private synchronized void pass(String point) {
		String ordered = order();
		if (!ordered.startsWith(point + ":")) {
			return;
		}
		this.passes++;
		if (this.passes >= Integer.parseInt(ordered.substring(point.length() + 1))) {
			System.err.println("Crash point " + point);
			Runtime.getRuntime().halt(EXIT_CODE);
		}
	}

	/** Read at each pass: it may be given at any time. */
	private String order() {
		try {
			return Files.readString(this.order);
		}
		catch (NoSuchFileException ex) {
			return "";
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
