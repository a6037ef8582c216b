package org.imageingest.engine.vips;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

import org.imageingest.engine.foreign.NativeLibrary;
import org.imageingest.engine.render.TargetSize;
import org.jspecify.annotations.Nullable;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

/**
 * A picture of the library: pixels, or the way to compute them.
 */
final class VipsImage extends VipsObject {

	private static final String PROFILE = "icc-profile-data";

	private final MemorySegment pixels;

	VipsImage(Vips vips, MemorySegment address) {
		this(vips, address, MemorySegment.NULL);
	}

	/** Takes over the memory that its pixels are in as well. */
	private VipsImage(Vips vips, MemorySegment address, MemorySegment pixels) {
		super(vips, address, type(vips));
		this.pixels = pixels;
	}

	private static long type(Vips vips) {
		try {
			return (long) vips.functions().imageType.invokeExact();
		}
		catch (Throwable ex) {
			throw NativeLibrary.rethrow(ex);
		}
	}

	int width() {
		return number(vips().functions().imageWidth);
	}

	int height() {
		return number(vips().functions().imageHeight);
	}

	TargetSize size() {
		return new TargetSize(width(), height());
	}

	/** Returns how many values a pixel has, alpha included. */
	int bands() {
		return number(vips().functions().imageBands);
	}

	/** Returns how many values a pixel has, without alpha. */
	int colourBands() {
		return bands() - (hasAlpha() ? 1 : 0);
	}

	boolean hasAlpha() {
		return number(vips().functions().imageHasAlpha) != 0;
	}

	/** Returns the type of a value: {@code VipsBandFormat}. */
	int format() {
		return number(vips().functions().imageFormat);
	}

	/** Returns what the values mean: {@code VipsInterpretation}. */
	int interpretation() {
		return number(vips().functions().imageInterpretation);
	}

	private int number(MethodHandle getter) {
		try {
			return (int) getter.invokeExact(address());
		}
		catch (Throwable ex) {
			throw NativeLibrary.rethrow(ex);
		}
	}

	/**
	 * Returns the profile that the loader found.
	 * @return the ICC profile, null without one
	 */
	byte @Nullable [] profile() {
		try (Arena arena = Arena.ofConfined()) {
			MemorySegment name = arena.allocateFrom(PROFILE);
			if ((long) vips().functions().imageTypeof.invokeExact(address(), name) == 0) {
				return null;
			}
			MemorySegment data = arena.allocate(ADDRESS);
			MemorySegment length = arena.allocate(JAVA_LONG);
			if ((int) vips().functions().imageBlob.invokeExact(address(), name, data, length) != 0) {
				throw vips().failed("Reading the profile");
			}
			return data.get(ADDRESS, 0).reinterpret(length.get(JAVA_LONG, 0)).toArray(JAVA_BYTE);
		}
		catch (Throwable ex) {
			throw NativeLibrary.rethrow(ex);
		}
	}

	/**
	 * Returns this picture with another profile. The pixels are the same.
	 * @param profile an ICC profile
	 * @param scope closes the picture
	 * @return the picture
	 */
	VipsImage withProfile(byte[] profile, Scope scope) {
		VipsImage copy = vips().operation("copy").with("in", this).image(scope);
		try (Arena arena = Arena.ofConfined()) {
			vips().functions().imageSetBlob.invokeExact(copy.address(), arena.allocateFrom(PROFILE),
					arena.allocateFrom(JAVA_BYTE, profile), (long) profile.length);
			return copy;
		}
		catch (Throwable ex) {
			throw NativeLibrary.rethrow(ex);
		}
	}

	/**
	 * Computes the pixels once, for more than one use.
	 * @param scope closes the picture
	 * @return the picture in memory, with all that is known of it
	 * @throws VipsException if they cannot be computed
	 */
	VipsImage inMemory(Scope scope) {
		try {
			MemorySegment copy = (MemorySegment) vips().functions().imageCopyMemory.invokeExact(address());
			if (copy.address() == 0) {
				throw vips().failed("Decoding");
			}
			return scope.add(new VipsImage(vips(), copy));
		}
		catch (Throwable ex) {
			throw NativeLibrary.rethrow(ex);
		}
	}

	/**
	 * Computes the pixels and leaves everything else behind.
	 * @return an sRGB picture of 8 bits in memory that has no metadata, because it never
	 * had any
	 * @throws VipsException if they cannot be computed
	 */
	VipsImage pixelsOnly() {
		try (Arena arena = Arena.ofConfined(); Scope scope = new Scope()) {
			MemorySegment length = arena.allocate(JAVA_LONG);
			MemorySegment memory = (MemorySegment) vips().functions().imageToMemory.invokeExact(address(), length);
			if (memory.address() == 0) {
				throw vips().failed("Decoding");
			}
			try {
				VipsImage plain = scope.add(of(memory, length.get(JAVA_LONG, 0)));
				MemorySegment named = vips().operation("copy")
					.with("in", plain)
					.with("interpretation", "srgb")
					.output();
				return new VipsImage(vips(), named, memory);
			}
			catch (VipsException ex) {
				vips().free(memory);
				throw ex;
			}
		}
		catch (Throwable ex) {
			throw NativeLibrary.rethrow(ex);
		}
	}

	private VipsImage of(MemorySegment memory, long length) throws Throwable {
		MemorySegment image = (MemorySegment) vips().functions().imageOfMemory.invokeExact(memory, length, width(),
				height(), bands(), format());
		if (image.address() == 0) {
			throw vips().failed("Keeping pixels");
		}
		return new VipsImage(vips(), image);
	}

	@Override
	public void close() {
		super.close();
		vips().free(this.pixels);
	}

}
