package org.imageingest.testkit.crash;

import java.lang.instrument.Instrumentation;

/**
 * The Java agent that lets a process die at a {@link CrashPoint}, see
 * {@link CrashSwitch}.
 */
public final class CrashAgent {

	private CrashAgent() {
	}

	/**
	 * Called by the JVM before {@code main}.
	 * @param order the file that names the point
	 * @param instrumentation where classes are changed
	 */
	public static void premain(String order, Instrumentation instrumentation) {
		System.setProperty(Crash.ORDER, order);
		instrumentation.addTransformer(new CrashTransformer());
	}

}
