package org.imageingest.engine.planar;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

import org.imageingest.engine.foreign.NativeLibrary;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

/**
 * The functions and structures of libzimg that are used here, in version 2.4 of its
 * interface.
 *
 * @see <a href=
 * "https://github.com/sekrit-twc/zimg/blob/master/src/zimg/api/zimg.h">zimg.h</a>
 */
final class Zimg {

	private static final int API_VERSION = 2 << 8 | 4;

	/** {@code zimg_image_format}. */
	static final StructLayout FORMAT = MemoryLayout.structLayout(JAVA_INT.withName("version"),
			JAVA_INT.withName("width"), JAVA_INT.withName("height"), JAVA_INT.withName("pixel_type"),
			JAVA_INT.withName("subsample_w"), JAVA_INT.withName("subsample_h"), JAVA_INT.withName("color_family"),
			JAVA_INT.withName("matrix_coefficients"), JAVA_INT.withName("transfer_characteristics"),
			JAVA_INT.withName("color_primaries"), JAVA_INT.withName("depth"), JAVA_INT.withName("pixel_range"),
			JAVA_INT.withName("field_parity"), JAVA_INT.withName("chroma_location"),
			MemoryLayout
				.structLayout(JAVA_DOUBLE.withName("left"), JAVA_DOUBLE.withName("top"), JAVA_DOUBLE.withName("width"),
						JAVA_DOUBLE.withName("height"))
				.withName("active_region"),
			JAVA_INT.withName("alpha"), MemoryLayout.paddingLayout(4));

	/** {@code zimg_graph_builder_params}. */
	static final StructLayout PARAMETERS = MemoryLayout.structLayout(JAVA_INT.withName("version"),
			JAVA_INT.withName("resample_filter"), JAVA_DOUBLE.withName("filter_param_a"),
			JAVA_DOUBLE.withName("filter_param_b"), JAVA_INT.withName("resample_filter_uv"),
			MemoryLayout.paddingLayout(4), JAVA_DOUBLE.withName("filter_param_a_uv"),
			JAVA_DOUBLE.withName("filter_param_b_uv"), JAVA_INT.withName("dither_type"), JAVA_INT.withName("cpu_type"),
			JAVA_DOUBLE.withName("nominal_peak_luminance"), JAVA_BYTE.withName("allow_approximate_gamma"),
			MemoryLayout.paddingLayout(7));

	/** One plane of {@link #BUFFER}. */
	private static final StructLayout BUFFER_PLANE = MemoryLayout.structLayout(ADDRESS.withName("data"),
			JAVA_LONG.withName("stride"), JAVA_INT.withName("mask"), MemoryLayout.paddingLayout(4));

	/** {@code zimg_image_buffer} and {@code zimg_image_buffer_const}. */
	static final StructLayout BUFFER = MemoryLayout.structLayout(JAVA_INT.withName("version"),
			MemoryLayout.paddingLayout(4), MemoryLayout.sequenceLayout(4, BUFFER_PLANE).withName("plane"));

	private static final VarHandle BUFFER_VERSION = BUFFER.varHandle(PathElement.groupElement("version"));

	private static final VarHandle PLANE_DATA = planeField("data");

	private static final VarHandle PLANE_STRIDE = planeField("stride");

	private static final VarHandle PLANE_MASK = planeField("mask");

	/** The whole plane is there, not a ring of rows. */
	private static final int WHOLE_PLANE = -1;

	private static final long MESSAGE_BYTES = 1024;

	/** {@code ZIMG_ERROR_OUT_OF_MEMORY}. */
	private static final int OUT_OF_MEMORY = 1;

	private final MethodHandle version;

	private final MethodHandle defaultFormat;

	private final MethodHandle defaultParameters;

	private final MethodHandle build;

	private final MethodHandle free;

	private final MethodHandle scratchSize;

	private final MethodHandle process;

	private final MethodHandle lastError;

	/**
	 * Finds the functions.
	 * @param library libzimg
	 * @throws org.imageingest.engine.foreign.LibraryMissingException if it lacks one
	 */
	Zimg(NativeLibrary library) {
		this.version = library.function("zimg_get_version_info", FunctionDescriptor.ofVoid(ADDRESS, ADDRESS, ADDRESS));
		this.defaultFormat = library.function("zimg_image_format_default",
				FunctionDescriptor.ofVoid(ADDRESS, JAVA_INT));
		this.defaultParameters = library.function("zimg_graph_builder_params_default",
				FunctionDescriptor.ofVoid(ADDRESS, JAVA_INT));
		this.build = library.function("zimg_filter_graph_build",
				FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS, ADDRESS));
		this.free = library.function("zimg_filter_graph_free", FunctionDescriptor.ofVoid(ADDRESS));
		this.scratchSize = library.function("zimg_filter_graph_get_tmp_size",
				FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS));
		this.process = library.function("zimg_filter_graph_process", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS,
				ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS));
		this.lastError = library.function("zimg_get_last_error", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG));
	}

	private static VarHandle planeField(String name) {
		return BUFFER.varHandle(PathElement.groupElement("plane"), PathElement.sequenceElement(),
				PathElement.groupElement(name));
	}

	/**
	 * Returns the version of the library.
	 * @return for example {@code 3.0.4}
	 */
	String version() {
		try (Arena arena = Arena.ofConfined()) {
			MemorySegment numbers = arena.allocate(JAVA_INT, 3);
			this.version.invokeExact(numbers, numbers.asSlice(4), numbers.asSlice(8));
			return numbers.getAtIndex(JAVA_INT, 0) + "." + numbers.getAtIndex(JAVA_INT, 1) + "."
					+ numbers.getAtIndex(JAVA_INT, 2);
		}
		catch (Throwable ex) {
			throw NativeLibrary.rethrow(ex);
		}
	}

	/**
	 * Makes a format with the library's defaults.
	 * @param arena where it lives
	 * @return a {@link #FORMAT}
	 */
	MemorySegment newFormat(Arena arena) {
		MemorySegment format = arena.allocate(FORMAT);
		try {
			this.defaultFormat.invokeExact(format, API_VERSION);
		}
		catch (Throwable ex) {
			throw NativeLibrary.rethrow(ex);
		}
		return format;
	}

	/**
	 * Makes parameters with the library's defaults.
	 * @param arena where they live
	 * @return {@link #PARAMETERS}
	 */
	MemorySegment newParameters(Arena arena) {
		MemorySegment parameters = arena.allocate(PARAMETERS);
		try {
			this.defaultParameters.invokeExact(parameters, API_VERSION);
		}
		catch (Throwable ex) {
			throw NativeLibrary.rethrow(ex);
		}
		return parameters;
	}

	/**
	 * Describes planes.
	 * @param arena where the description lives
	 * @param planes one or three
	 * @return a {@link #BUFFER}
	 */
	static MemorySegment buffer(Arena arena, Plane... planes) {
		MemorySegment buffer = arena.allocate(BUFFER);
		BUFFER_VERSION.set(buffer, 0L, API_VERSION);
		for (int i = 0; i < planes.length; i++) {
			PLANE_DATA.set(buffer, 0L, (long) i, planes[i].samples());
			PLANE_STRIDE.set(buffer, 0L, (long) i, (long) planes[i].stride());
			PLANE_MASK.set(buffer, 0L, (long) i, WHOLE_PLANE);
		}
		return buffer;
	}

	/**
	 * Plans a conversion.
	 * @param source a {@link #FORMAT}
	 * @param target a {@link #FORMAT}
	 * @param parameters {@link #PARAMETERS}
	 * @return the plan, to be freed
	 * @throws IllegalStateException if the library cannot convert that
	 */
	MemorySegment build(MemorySegment source, MemorySegment target, MemorySegment parameters) {
		MemorySegment graph;
		try {
			graph = (MemorySegment) this.build.invokeExact(source, target, parameters);
		}
		catch (Throwable ex) {
			throw NativeLibrary.rethrow(ex);
		}
		if (graph.equals(MemorySegment.NULL)) {
			throw failure();
		}
		return graph;
	}

	void free(MemorySegment graph) {
		try {
			this.free.invokeExact(graph);
		}
		catch (Throwable ex) {
			throw NativeLibrary.rethrow(ex);
		}
	}

	/**
	 * Returns how much memory a plan works in.
	 * @param graph the plan
	 * @return bytes
	 */
	long scratchSize(MemorySegment graph) {
		try (Arena arena = Arena.ofConfined()) {
			MemorySegment size = arena.allocate(JAVA_LONG);
			require((int) this.scratchSize.invokeExact(graph, size));
			return size.get(JAVA_LONG, 0);
		}
		catch (Throwable ex) {
			throw NativeLibrary.rethrow(ex);
		}
	}

	/**
	 * Converts a picture.
	 * @param graph the plan
	 * @param source a {@link #BUFFER}
	 * @param target a {@link #BUFFER}
	 * @param scratch memory of the plan's scratch size
	 */
	void process(MemorySegment graph, MemorySegment source, MemorySegment target, MemorySegment scratch) {
		MemorySegment none = MemorySegment.NULL;
		try {
			require((int) this.process.invokeExact(graph, source, target, scratch, none, none, none, none));
		}
		catch (Throwable ex) {
			throw NativeLibrary.rethrow(ex);
		}
	}

	private void require(int code) {
		if (code != 0) {
			throw failure();
		}
	}

	private IllegalStateException failure() {
		try (Arena arena = Arena.ofConfined()) {
			MemorySegment text = arena.allocate(MESSAGE_BYTES);
			int code = (int) this.lastError.invokeExact(text, MESSAGE_BYTES);
			if (code == OUT_OF_MEMORY) {
				throw new OutOfMemoryError("libzimg: " + text.getString(0));
			}
			return new IllegalStateException("libzimg: " + text.getString(0) + " (" + code + ")");
		}
		catch (Throwable ex) {
			throw NativeLibrary.rethrow(ex);
		}
	}

}
