package org.imageingest.engine.vips;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.LinkedHashMap;
import java.util.Map;

import org.imageingest.engine.foreign.NativeLibrary;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

/**
 * One operation of the library with its arguments. Names and words are those of its
 * documentation.
 *
 * @see <a href="https://www.libvips.org/API/current/function-list.html">Operations</a>
 */
final class VipsOperation {

	private final Vips vips;

	private final VipsFunctions functions;

	private final String name;

	private final Map<String, VipsObject> objects = new LinkedHashMap<>();

	private final Map<String, String> values = new LinkedHashMap<>();

	VipsOperation(Vips vips, String name) {
		this.vips = vips;
		this.functions = vips.functions();
		this.name = name;
	}

	VipsOperation with(String argument, VipsObject object) {
		this.objects.put(argument, object);
		return this;
	}

	/**
	 * Sets an argument.
	 * @param argument its name
	 * @param value a number, a boolean or a word
	 * @return this
	 */
	VipsOperation with(String argument, Object value) {
		this.values.put(argument, value.toString());
		return this;
	}

	/**
	 * Runs the operation. Pixels are mostly computed later, when they are asked for.
	 * @param scope closes the picture
	 * @return its output
	 * @throws VipsException if it fails
	 */
	VipsImage image(Scope scope) {
		return scope.add(new VipsImage(this.vips, output()));
	}

	/**
	 * Runs the operation.
	 * @return a reference to its output, which the caller gives back
	 * @throws VipsException if it fails
	 */
	MemorySegment output() {
		return execute(this::imageOf);
	}

	/**
	 * Runs a saver.
	 * @return the encoded picture
	 * @throws VipsException if it fails
	 */
	byte[] bytes() {
		return execute(this::bytesOf);
	}

	/**
	 * Runs an operation for nothing but to see whether it works.
	 * @throws VipsException if it fails
	 */
	void run() {
		execute((built, arena) -> true);
	}

	private <T> T execute(Output<T> output) {
		try (Arena arena = Arena.ofConfined()) {
			MemorySegment operation = (MemorySegment) this.functions.operationNew
				.invokeExact(arena.allocateFrom(this.name));
			if (operation.address() == 0) {
				throw this.vips.failed(this.name);
			}
			try {
				setArguments(operation, arena);
				return build(operation, output, arena);
			}
			finally {
				this.functions.unref.invokeExact(operation);
			}
		}
		catch (Throwable ex) {
			throw NativeLibrary.rethrow(ex);
		}
	}

	private void setArguments(MemorySegment operation, Arena arena) throws Throwable {
		for (Map.Entry<String, VipsObject> object : this.objects.entrySet()) {
			MemorySegment value = value(object.getValue().type(), arena);
			this.functions.valueSetObject.invokeExact(value, object.getValue().address());
			this.functions.setProperty.invokeExact(operation, arena.allocateFrom(object.getKey()), value);
			this.functions.valueUnset.invokeExact(value);
		}
		for (Map.Entry<String, String> value : this.values.entrySet()) {
			if ((int) this.functions.setArgument.invokeExact(operation, arena.allocateFrom(value.getKey()),
					arena.allocateFrom(value.getValue())) != 0) {
				throw this.vips.failed(this.name);
			}
		}
	}

	/** What was built may be another object than what was set up. */
	private <T> T build(MemorySegment operation, Output<T> output, Arena arena) throws Throwable {
		MemorySegment built = (MemorySegment) this.functions.build.invokeExact(operation);
		if (built.address() == 0) {
			this.functions.unrefOutputs.invokeExact(operation);
			throw this.vips.failed(this.name);
		}
		try {
			return output.of(built, arena);
		}
		finally {
			this.functions.unrefOutputs.invokeExact(built);
			this.functions.unref.invokeExact(built);
		}
	}

	private MemorySegment imageOf(MemorySegment built, Arena arena) throws Throwable {
		MemorySegment value = value((long) this.functions.imageType.invokeExact(), arena);
		this.functions.getProperty.invokeExact(built, arena.allocateFrom("out"), value);
		MemorySegment image = (MemorySegment) this.functions.valueDupObject.invokeExact(value);
		this.functions.valueUnset.invokeExact(value);
		return image;
	}

	private byte[] bytesOf(MemorySegment built, Arena arena) throws Throwable {
		MemorySegment value = value((long) this.functions.blobType.invokeExact(), arena);
		this.functions.getProperty.invokeExact(built, arena.allocateFrom("buffer"), value);
		MemorySegment length = arena.allocate(JAVA_LONG);
		MemorySegment bytes = (MemorySegment) this.functions.blobOf.invokeExact(value, length);
		byte[] copy = bytes.reinterpret(length.get(JAVA_LONG, 0)).toArray(JAVA_BYTE);
		this.functions.valueUnset.invokeExact(value);
		return copy;
	}

	private MemorySegment value(long type, Arena arena) throws Throwable {
		// GLib wants it zeroed, which is what an arena gives
		MemorySegment value = arena.allocate(VipsFunctions.G_VALUE);
		return (MemorySegment) this.functions.valueInit.invokeExact(value, type);
	}

	/** Takes what an operation made. */
	private interface Output<T> {

		T of(MemorySegment built, Arena arena) throws Throwable;

	}

}
