package org.imageingest.engine.vips;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;

import org.imageingest.engine.foreign.NativeLibrary;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

/**
 * The functions of libvips, and of GLib below it, that are called here. None is variadic:
 * operations are set up argument by argument, as bindings of other languages do.
 *
 * @see <a href="https://www.libvips.org/API/current/binding.html">How to write bindings
 * of libvips</a>
 */
final class VipsFunctions {

	/** {@code GValue}: a type and a value of it, gobject/gvalue.h. */
	static final StructLayout G_VALUE = MemoryLayout.structLayout(JAVA_LONG.withName("g_type"),
			MemoryLayout.sequenceLayout(2, JAVA_LONG).withName("data"));

	/** {@code libvips.so.42} since version 8.0. */
	private static final int VERSION = 42;

	private final NativeLibrary vips = NativeLibrary.load("vips", VERSION);

	private final NativeLibrary gobject = NativeLibrary.load("gobject-2.0", 0);

	private final NativeLibrary glib = NativeLibrary.load("glib-2.0", 0);

	final MethodHandle init = of(this.vips, "vips_init", JAVA_INT, ADDRESS);

	/** Came with 8.13, which is the oldest version that will do. */
	final MethodHandle blockUntrustedSet = ofVoid(this.vips, "vips_block_untrusted_set", JAVA_INT);

	final MethodHandle cacheSetMax = ofVoid(this.vips, "vips_cache_set_max", JAVA_INT);

	final MethodHandle concurrencySet = ofVoid(this.vips, "vips_concurrency_set", JAVA_INT);

	final MethodHandle version = of(this.vips, "vips_version", JAVA_INT, JAVA_INT);

	final MethodHandle errorBufferCopy = of(this.vips, "vips_error_buffer_copy", ADDRESS);

	final MethodHandle typeFind = of(this.vips, "vips_type_find", JAVA_LONG, ADDRESS, ADDRESS);

	final MethodHandle imageType = of(this.vips, "vips_image_get_type", JAVA_LONG);

	final MethodHandle sourceType = of(this.vips, "vips_source_get_type", JAVA_LONG);

	final MethodHandle blobType = of(this.vips, "vips_blob_get_type", JAVA_LONG);

	final MethodHandle blobOf = of(this.vips, "vips_value_get_blob", ADDRESS, ADDRESS, ADDRESS);

	final MethodHandle operationNew = of(this.vips, "vips_operation_new", ADDRESS, ADDRESS);

	final MethodHandle setArgument = of(this.vips, "vips_object_set_argument_from_string", JAVA_INT, ADDRESS, ADDRESS,
			ADDRESS);

	final MethodHandle build = of(this.vips, "vips_cache_operation_build", ADDRESS, ADDRESS);

	final MethodHandle unrefOutputs = ofVoid(this.vips, "vips_object_unref_outputs", ADDRESS);

	final MethodHandle imageWidth = of(this.vips, "vips_image_get_width", JAVA_INT, ADDRESS);

	final MethodHandle imageHeight = of(this.vips, "vips_image_get_height", JAVA_INT, ADDRESS);

	final MethodHandle imageBands = of(this.vips, "vips_image_get_bands", JAVA_INT, ADDRESS);

	final MethodHandle imageFormat = of(this.vips, "vips_image_get_format", JAVA_INT, ADDRESS);

	final MethodHandle imageInterpretation = of(this.vips, "vips_image_get_interpretation", JAVA_INT, ADDRESS);

	final MethodHandle imageHasAlpha = of(this.vips, "vips_image_hasalpha", JAVA_INT, ADDRESS);

	final MethodHandle imageTypeof = of(this.vips, "vips_image_get_typeof", JAVA_LONG, ADDRESS, ADDRESS);

	final MethodHandle imageBlob = of(this.vips, "vips_image_get_blob", JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS);

	final MethodHandle imageSetBlob = ofVoid(this.vips, "vips_image_set_blob_copy", ADDRESS, ADDRESS, ADDRESS,
			JAVA_LONG);

	final MethodHandle imageCopyMemory = of(this.vips, "vips_image_copy_memory", ADDRESS, ADDRESS);

	final MethodHandle imageToMemory = of(this.vips, "vips_image_write_to_memory", ADDRESS, ADDRESS, ADDRESS);

	final MethodHandle imageOfMemory = of(this.vips, "vips_image_new_from_memory", ADDRESS, ADDRESS, JAVA_LONG,
			JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT);

	final MethodHandle sourceOfFile = of(this.vips, "vips_source_new_from_file", ADDRESS, ADDRESS);

	final MethodHandle sourceOfMemory = of(this.vips, "vips_source_new_from_memory", ADDRESS, ADDRESS, JAVA_LONG);

	final MethodHandle setEnvironment = of(this.glib, "g_setenv", JAVA_INT, ADDRESS, ADDRESS, JAVA_INT);

	final MethodHandle free = ofVoid(this.glib, "g_free", ADDRESS);

	final MethodHandle unref = ofVoid(this.gobject, "g_object_unref", ADDRESS);

	final MethodHandle getProperty = ofVoid(this.gobject, "g_object_get_property", ADDRESS, ADDRESS, ADDRESS);

	final MethodHandle setProperty = ofVoid(this.gobject, "g_object_set_property", ADDRESS, ADDRESS, ADDRESS);

	final MethodHandle valueInit = of(this.gobject, "g_value_init", ADDRESS, ADDRESS, JAVA_LONG);

	final MethodHandle valueUnset = ofVoid(this.gobject, "g_value_unset", ADDRESS);

	final MethodHandle valueSetObject = ofVoid(this.gobject, "g_value_set_object", ADDRESS, ADDRESS);

	final MethodHandle valueDupObject = of(this.gobject, "g_value_dup_object", ADDRESS, ADDRESS);

	private static MethodHandle of(NativeLibrary library, String function, MemoryLayout result,
			MemoryLayout... parameters) {
		return library.function(function, FunctionDescriptor.of(result, parameters));
	}

	private static MethodHandle ofVoid(NativeLibrary library, String function, MemoryLayout... parameters) {
		return library.function(function, FunctionDescriptor.ofVoid(parameters));
	}

}
