package org.imageingest.engine.planar;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

import org.imageingest.engine.render.CorruptPictureException;
import org.imageingest.engine.render.UnsupportedPictureException;

import static java.lang.foreign.ValueLayout.JAVA_INT;

/**
 * Decodes a JPEG to planes. To be used by one thread at a time. Where native memory runs
 * out, an {@link OutOfMemoryError} is thrown as for the heap: the process is too small.
 */
final class JpegPlaneDecoder implements AutoCloseable {

	/**
	 * Halving while decoding costs quality where the resizer has too little left to work
	 * with: only a photo of so many times the target is halved.
	 */
	private static final int SIZE_TO_SPARE = 4;

	/** The decoder's largest step: an eighth a side. */
	private static final int MOST_REDUCTION = 8;

	/** Of libjpeg's message; there is no code for it. */
	private static final String OUT_OF_MEMORY = "Insufficient memory";

	private final TurboJpeg turboJpeg;

	private final MemorySegment handle;

	private final ReusableMemory memory = new ReusableMemory();

	JpegPlaneDecoder(TurboJpeg turboJpeg) {
		this.turboJpeg = turboJpeg;
		this.handle = turboJpeg.newDecoder();
	}

	/**
	 * Decodes a picture.
	 * @param jpeg the file
	 * @param target longest side in pixels that is needed of it
	 * @return the picture, smaller than stored where it is far larger than needed; valid
	 * until the next call
	 * @throws UnsupportedPictureException if it is not YCbCr or grey, or if the decoder
	 * finds something odd about it: another renderer is to say whether it is whole
	 * @throws CorruptPictureException if it is no picture at all
	 */
	Planes decode(MemorySegment jpeg, int target) {
		try (Arena arena = Arena.ofConfined()) {
			Header header = header(arena, jpeg);
			int reduction = 1;
			while (reduction < MOST_REDUCTION
					&& Math.max(header.width(), header.height()) / (reduction * 2) >= SIZE_TO_SPARE / 2 * target) {
				reduction *= 2;
			}
			Planes planes = Planes.in(this.memory, Math.ceilDiv(header.width(), reduction),
					Math.ceilDiv(header.height(), reduction), header.sampling());
			if (this.turboJpeg.decode(this.handle, jpeg, planes.addresses(arena), planes.width(), planes.strides(arena),
					planes.height(), TurboJpeg.LIMIT_SCANS) != 0) {
				throw failure();
			}
			return planes;
		}
	}

	private Header header(Arena arena, MemorySegment jpeg) {
		MemorySegment numbers = arena.allocate(JAVA_INT, 4);
		int result = this.turboJpeg.readHeader(this.handle, jpeg, numbers, numbers.asSlice(4), numbers.asSlice(8),
				numbers.asSlice(12));
		if (result != 0) {
			// Lossless and 12-bit pictures fail here, as broken ones do.
			throw new UnsupportedPictureException(this.turboJpeg.errorText(this.handle), null);
		}
		int colours = numbers.getAtIndex(JAVA_INT, 3);
		if (colours != TurboJpeg.YCBCR && colours != TurboJpeg.GREY) {
			throw new UnsupportedPictureException("a JPEG that is not YCbCr", null);
		}
		ChromaSampling sampling = ChromaSampling.of(numbers.getAtIndex(JAVA_INT, 2))
			.orElseThrow(() -> new UnsupportedPictureException("a JPEG of unusual sampling", null));
		return new Header(numbers.getAtIndex(JAVA_INT, 0), numbers.getAtIndex(JAVA_INT, 1), sampling);
	}

	private RuntimeException failure() {
		String message = this.turboJpeg.errorText(this.handle);
		if (message.startsWith(OUT_OF_MEMORY)) {
			throw new OutOfMemoryError("libturbojpeg: " + message);
		}
		return this.turboJpeg.isWarning(this.handle) ? new UnsupportedPictureException(message, null)
				: new CorruptPictureException("its pixel data cannot be decoded", new IllegalStateException(message));
	}

	void trim(long most) {
		this.memory.trim(most);
	}

	@Override
	public void close() {
		this.turboJpeg.destroy(this.handle);
		this.memory.close();
	}

	private record Header(int width, int height, ChromaSampling sampling) {
	}

}
