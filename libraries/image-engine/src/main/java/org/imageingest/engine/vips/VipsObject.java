package org.imageingest.engine.vips;

import java.lang.foreign.MemorySegment;

import org.imageingest.engine.foreign.NativeLibrary;

/**
 * A reference to an object of the library, given back when it is closed.
 */
class VipsObject implements AutoCloseable {

	private final Vips vips;

	private final MemorySegment address;

	private final long type;

	/**
	 * Takes over a reference.
	 * @param vips the library
	 * @param address the object
	 * @param type its {@code GType}
	 */
	VipsObject(Vips vips, MemorySegment address, long type) {
		this.vips = vips;
		this.address = address;
		this.type = type;
	}

	final Vips vips() {
		return this.vips;
	}

	final MemorySegment address() {
		return this.address;
	}

	final long type() {
		return this.type;
	}

	@Override
	public void close() {
		try {
			this.vips.functions().unref.invokeExact(this.address);
		}
		catch (Throwable ex) {
			throw NativeLibrary.rethrow(ex);
		}
	}

}
