package org.imageingest.engine.planar;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;

import org.imageingest.engine.foreign.NativeLibrary;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

/**
 * The functions and structures of libwebp's encoder that are used here, in major version
 * 2 of its interface; later ones add to the end of the structures.
 *
 * @see <a href=
 * "https://chromium.googlesource.com/webm/libwebp/+/refs/heads/main/src/webp/encode.h">encode.h</a>
 */
final class Webp {

	private static final int ABI_VERSION = 0x020f;

	/** Room for what later versions add. */
	private static final int SPARE_BYTES = 256;

	/** {@code WebPConfig}; what is not set here is one gap. */
	static final StructLayout CONFIG = MemoryLayout.structLayout(JAVA_INT.withName("lossless"),
			JAVA_FLOAT.withName("quality"), JAVA_INT.withName("method"), MemoryLayout.paddingLayout(104 + SPARE_BYTES));

	/** {@code WebPPicture}; what is not set here is gaps. */
	static final StructLayout PICTURE = MemoryLayout.structLayout(JAVA_INT.withName("use_argb"),
			JAVA_INT.withName("colorspace"), JAVA_INT.withName("width"), JAVA_INT.withName("height"),
			ADDRESS.withName("y"), ADDRESS.withName("u"), ADDRESS.withName("v"), JAVA_INT.withName("y_stride"),
			JAVA_INT.withName("uv_stride"), MemoryLayout.paddingLayout(48), ADDRESS.withName("writer"),
			ADDRESS.withName("custom_ptr"), MemoryLayout.paddingLayout(24), JAVA_INT.withName("error_code"),
			MemoryLayout.paddingLayout(116 + SPARE_BYTES));

	/** {@code WebPMemoryWriter}. */
	static final StructLayout WRITER = MemoryLayout.structLayout(ADDRESS.withName("mem"), JAVA_LONG.withName("size"),
			JAVA_LONG.withName("max_size"), MemoryLayout.paddingLayout(8));

	private final MethodHandle version;

	private final MethodHandle initConfig;

	private final MethodHandle initPicture;

	private final MethodHandle encode;

	private final MethodHandle initWriter;

	private final MethodHandle clearWriter;

	private final MemorySegment write;

	/**
	 * Finds the functions.
	 * @param library libwebp
	 * @throws org.imageingest.engine.foreign.LibraryMissingException if it lacks one
	 */
	Webp(NativeLibrary library) {
		this.version = library.function("WebPGetEncoderVersion", FunctionDescriptor.of(JAVA_INT));
		this.initConfig = library.function("WebPConfigInitInternal",
				FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, JAVA_FLOAT, JAVA_INT));
		this.initPicture = library.function("WebPPictureInitInternal",
				FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT));
		this.encode = library.function("WebPEncode", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS));
		this.initWriter = library.function("WebPMemoryWriterInit", FunctionDescriptor.ofVoid(ADDRESS));
		this.clearWriter = library.function("WebPMemoryWriterClear", FunctionDescriptor.ofVoid(ADDRESS));
		this.write = library.symbol("WebPMemoryWrite");
	}

	/**
	 * Returns the version of the library.
	 * @return for example {@code 1.2.4}
	 */
	String version() {
		try {
			int version = (int) this.version.invokeExact();
			return (version >> 16) + "." + (version >> 8 & 0xFF) + "." + (version & 0xFF);
		}
		catch (Throwable ex) {
			throw NativeLibrary.rethrow(ex);
		}
	}

	/**
	 * Makes a configuration with the library's defaults.
	 * @param arena where it lives
	 * @param quality 1 to 100
	 * @return a {@link #CONFIG}
	 */
	MemorySegment newConfig(Arena arena, int quality) {
		MemorySegment config = arena.allocate(CONFIG);
		try {
			require((int) this.initConfig.invokeExact(config, 0, (float) quality, ABI_VERSION));
		}
		catch (Throwable ex) {
			throw NativeLibrary.rethrow(ex);
		}
		return config;
	}

	/**
	 * Makes a picture with the library's defaults.
	 * @param arena where it lives
	 * @return a {@link #PICTURE}
	 */
	MemorySegment newPicture(Arena arena) {
		MemorySegment picture = arena.allocate(PICTURE);
		try {
			require((int) this.initPicture.invokeExact(picture, ABI_VERSION));
		}
		catch (Throwable ex) {
			throw NativeLibrary.rethrow(ex);
		}
		return picture;
	}

	/**
	 * Makes a writer into memory.
	 * @param arena where it lives
	 * @return a {@link #WRITER}, to be cleared
	 */
	MemorySegment newWriter(Arena arena) {
		MemorySegment writer = arena.allocate(WRITER);
		try {
			this.initWriter.invokeExact(writer);
		}
		catch (Throwable ex) {
			throw NativeLibrary.rethrow(ex);
		}
		return writer;
	}

	void clearWriter(MemorySegment writer) {
		try {
			this.clearWriter.invokeExact(writer);
		}
		catch (Throwable ex) {
			throw NativeLibrary.rethrow(ex);
		}
	}

	/**
	 * Returns the function that writes into a {@link #WRITER}.
	 * @return its address
	 */
	MemorySegment writeFunction() {
		return this.write;
	}

	/**
	 * Encodes a picture.
	 * @param config a {@link #CONFIG}
	 * @param picture a {@link #PICTURE}
	 * @return false if that failed; the picture holds the code of the error
	 */
	boolean encode(MemorySegment config, MemorySegment picture) {
		try {
			return (int) this.encode.invokeExact(config, picture) != 0;
		}
		catch (Throwable ex) {
			throw NativeLibrary.rethrow(ex);
		}
	}

	private static void require(int initialised) {
		if (initialised == 0) {
			throw new IllegalStateException("libwebp has another interface than version 2");
		}
	}

}
