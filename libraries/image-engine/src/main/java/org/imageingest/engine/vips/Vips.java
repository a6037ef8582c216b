package org.imageingest.engine.vips;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;

import org.imageingest.engine.foreign.LibraryMissingException;
import org.imageingest.engine.foreign.NativeLibrary;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

/**
 * libvips, started: without the loaders that are not safe for files of strangers, without
 * a cache of results and without threads of its own.
 */
final class Vips {

	/**
	 * The library has one place for its complaints in the whole process, and what a
	 * picture is worth depends on them: one picture at a time.
	 */
	static final ReentrantLock ONE_PICTURE = new ReentrantLock(true);

	/** Long enough for what decoders say, and short enough for a log. */
	private static final int MAX_TEXT_BYTES = 2000;

	private final VipsFunctions functions = new VipsFunctions();

	/**
	 * Loads and starts the library, which starts once however often it is asked to.
	 * @throws LibraryMissingException if it is not there, too old or does not start
	 */
	Vips() {
		try (Arena arena = Arena.ofConfined()) {
			// Otherwise every blemish of a file is a line on the standard error
			int _ = (int) this.functions.setEnvironment.invokeExact(arena.allocateFrom("VIPS_WARNING"),
					arena.allocateFrom("0"), 1);
			if ((int) this.functions.init.invokeExact(arena.allocateFrom("image-ingest")) != 0) {
				throw new LibraryMissingException("libvips does not start: " + takeErrors(), null);
			}
			this.functions.blockUntrustedSet.invokeExact(1);
			this.functions.cacheSetMax.invokeExact(0);
			this.functions.concurrencySet.invokeExact(1);
		}
		catch (Throwable ex) {
			throw NativeLibrary.rethrow(ex);
		}
	}

	VipsFunctions functions() {
		return this.functions;
	}

	/**
	 * Returns the version of the library.
	 * @return for example {@code 8.14.1}
	 */
	String version() {
		try {
			return (int) this.functions.version.invokeExact(0) + "." + (int) this.functions.version.invokeExact(1) + "."
					+ (int) this.functions.version.invokeExact(2);
		}
		catch (Throwable ex) {
			throw NativeLibrary.rethrow(ex);
		}
	}

	/**
	 * Tells whether the library was built with an operation. Operations that are blocked
	 * count too.
	 * @param name for example {@code heifload_source}
	 * @return true if it knows the name
	 */
	boolean hasOperation(String name) {
		try (Arena arena = Arena.ofConfined()) {
			return (long) this.functions.typeFind.invokeExact(arena.allocateFrom("VipsOperation"),
					arena.allocateFrom(name)) != 0;
		}
		catch (Throwable ex) {
			throw NativeLibrary.rethrow(ex);
		}
	}

	/**
	 * Sets up an operation.
	 * @param name its name in the library, for example {@code resize}
	 * @return the operation, not run yet
	 */
	VipsOperation operation(String name) {
		return new VipsOperation(this, name);
	}

	/**
	 * Opens a file for a loader.
	 * @param file the file
	 * @return to be closed after the pictures that are loaded from it
	 */
	VipsObject source(Path file) {
		try (Arena arena = Arena.ofConfined()) {
			return object((MemorySegment) this.functions.sourceOfFile.invokeExact(arena.allocateFrom(file.toString())),
					this.functions.sourceType);
		}
		catch (Throwable ex) {
			throw NativeLibrary.rethrow(ex);
		}
	}

	/**
	 * Offers bytes to a loader.
	 * @param bytes an encoded picture; must outlive the source
	 * @return to be closed after the pictures that are loaded from it
	 */
	VipsObject source(MemorySegment bytes) {
		try {
			return object((MemorySegment) this.functions.sourceOfMemory.invokeExact(bytes, bytes.byteSize()),
					this.functions.sourceType);
		}
		catch (Throwable ex) {
			throw NativeLibrary.rethrow(ex);
		}
	}

	private VipsObject object(MemorySegment address, MethodHandle type) {
		if (address.address() == 0) {
			throw failed("Making an object");
		}
		try {
			return new VipsObject(this, address, (long) type.invokeExact());
		}
		catch (Throwable ex) {
			throw NativeLibrary.rethrow(ex);
		}
	}

	/**
	 * Returns what the library complained of since the last call, and forgets it.
	 * @return empty if it did not
	 */
	String takeErrors() {
		try {
			MemorySegment copy = (MemorySegment) this.functions.errorBufferCopy.invokeExact();
			try {
				return (copy.address() != 0) ? text(copy).strip() : "";
			}
			finally {
				free(copy);
			}
		}
		catch (Throwable ex) {
			throw NativeLibrary.rethrow(ex);
		}
	}

	/** Some decoders quote bytes of the file, which need not be text. */
	private static String text(MemorySegment start) {
		MemorySegment bytes = start.reinterpret(Long.MAX_VALUE);
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < MAX_TEXT_BYTES && bytes.get(JAVA_BYTE, i) != 0; i++) {
			int unit = bytes.get(JAVA_BYTE, i);
			text.append((unit >= ' ' || unit == '\n') ? (char) unit : '?');
		}
		return text.toString();
	}

	/**
	 * Makes the exception of a call that failed.
	 * @param call what was called
	 * @return the exception, with what the library said
	 */
	VipsException failed(String call) {
		String said = takeErrors();
		return new VipsException(call + " failed" + (said.isEmpty() ? "" : ": " + said));
	}

	/**
	 * Frees memory that the library handed over.
	 * @param memory may be NULL
	 */
	void free(MemorySegment memory) {
		try {
			this.functions.free.invokeExact(memory);
		}
		catch (Throwable ex) {
			throw NativeLibrary.rethrow(ex);
		}
	}

}
