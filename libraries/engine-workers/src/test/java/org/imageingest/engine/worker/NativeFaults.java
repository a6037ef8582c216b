package org.imageingest.engine.worker;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * What decoders in C do on a bad day, done for real.
 */
final class NativeFaults {

	private static final long CHUNK = 64L << 20;

	private NativeFaults() {
	}

	static void writeToNowhere() {
		MemorySegment.ofAddress(8).reinterpret(Long.BYTES).set(ValueLayout.JAVA_LONG, 0, 1);
	}

	static void abort() throws Throwable {
		function("abort", FunctionDescriptor.ofVoid()).invokeExact();
	}

	static void hang() throws Throwable {
		MethodHandle sleep = function("sleep", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
		while ((int) sleep.invokeExact(100_000) >= 0) {
			Thread.onSpinWait();
		}
	}

	/** As a library does that checks what malloc(3) returns. */
	static void fillMemory() throws Throwable {
		MethodHandle malloc = function("malloc", FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.JAVA_LONG));
		while (true) {
			MemorySegment chunk = (MemorySegment) malloc.invokeExact(CHUNK);
			if (chunk.address() == 0) {
				throw new OutOfMemoryError("malloc of " + CHUNK + " bytes");
			}
			chunk.reinterpret(CHUNK).fill((byte) 1);
		}
	}

	private static MethodHandle function(String name, FunctionDescriptor descriptor) {
		Linker linker = Linker.nativeLinker();
		return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), descriptor);
	}

}
