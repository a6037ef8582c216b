package org.imageingest.engine.planar;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

/**
 * Encodes planes as baseline JPEG of the same sampling. To be used by one thread at a
 * time.
 */
final class JpegPlaneEncoder implements AutoCloseable {

	private final TurboJpeg turboJpeg;

	private final MemorySegment handle;

	private final ReusableMemory memory = new ReusableMemory();

	JpegPlaneEncoder(TurboJpeg turboJpeg) {
		this.turboJpeg = turboJpeg;
		this.handle = turboJpeg.newEncoder();
	}

	/**
	 * Encodes a picture.
	 * @param picture the picture; its padding is written to
	 * @param quality 1 to 100
	 * @return the file, valid until the next call
	 * @throws IllegalStateException if the encoder cannot make it
	 */
	MemorySegment encode(Planes picture, int quality) {
		picture.planes().forEach(Plane::padToEven);
		MemorySegment buffer = this.memory
			.of(this.turboJpeg.bufferSize(picture.width(), picture.height(), picture.sampling()));
		try (Arena arena = Arena.ofConfined()) {
			MemorySegment address = arena.allocateFrom(ADDRESS, buffer);
			MemorySegment size = arena.allocateFrom(JAVA_LONG, buffer.byteSize());
			if (this.turboJpeg.encode(this.handle, picture.addresses(arena), picture.width(), picture.strides(arena),
					picture.height(), picture.sampling().code(), address, size, quality,
					TurboJpeg.NO_REALLOCATION) != 0) {
				throw new IllegalStateException("libturbojpeg: " + this.turboJpeg.errorText(this.handle));
			}
			return buffer.asSlice(0, size.get(JAVA_LONG, 0));
		}
	}

	void trim(long most) {
		this.memory.trim(most);
	}

	@Override
	public void close() {
		this.turboJpeg.destroy(this.handle);
		this.memory.close();
	}

}
