package org.imageingest.engine.planar;

import java.lang.foreign.Arena;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.VarHandle;

import org.imageingest.engine.planar.ZimgFormat.Colour;

/**
 * Encodes planes as lossy WebP. To be used by one thread at a time.
 */
final class WebpPlaneEncoder implements AutoCloseable {

	private static final VarHandle METHOD = field(Webp.CONFIG, "method");

	private static final VarHandle WIDTH = field(Webp.PICTURE, "width");

	private static final VarHandle HEIGHT = field(Webp.PICTURE, "height");

	private static final VarHandle LUMA = field(Webp.PICTURE, "y");

	private static final VarHandle BLUE_DIFFERENCE = field(Webp.PICTURE, "u");

	private static final VarHandle RED_DIFFERENCE = field(Webp.PICTURE, "v");

	private static final VarHandle LUMA_STRIDE = field(Webp.PICTURE, "y_stride");

	private static final VarHandle CHROMA_STRIDE = field(Webp.PICTURE, "uv_stride");

	private static final VarHandle WRITE_FUNCTION = field(Webp.PICTURE, "writer");

	private static final VarHandle WRITER = field(Webp.PICTURE, "custom_ptr");

	private static final VarHandle ERROR = field(Webp.PICTURE, "error_code");

	private static final VarHandle WRITTEN = field(Webp.WRITER, "mem");

	private static final VarHandle WRITTEN_BYTES = field(Webp.WRITER, "size");

	/** {@code VP8_ENC_ERROR_OUT_OF_MEMORY}. */
	private static final int OUT_OF_MEMORY = 1;

	/** {@code VP8_ENC_ERROR_BITSTREAM_OUT_OF_MEMORY}. */
	private static final int NO_MEMORY_FOR_BITS = 2;

	private final Webp webp;

	private final ZimgConverter converter;

	private final ReusableMemory limitedRange = new ReusableMemory();

	WebpPlaneEncoder(Webp webp, ZimgConverter converter) {
		this.webp = webp;
		this.converter = converter;
	}

	/**
	 * Encodes a picture.
	 * @param picture 4:2:0; its padding is written to
	 * @param quality 1 to 100
	 * @param method effort, 0 (fast) to 6 (small)
	 * @param sink takes the file, which is valid during the call
	 * @param <X> what the sink throws
	 * @throws IllegalStateException if the encoder cannot make it
	 */
	<X extends Exception> void encode(Planes picture, int quality, int method, FileSink<X> sink) throws X {
		Planes limited = Planes.in(this.limitedRange, picture.width(), picture.height(), ChromaSampling.QUARTER);
		this.converter.recolour(picture, Colour.SRGB, limited, Colour.LIMITED_SRGB);
		try (Arena arena = Arena.ofConfined()) {
			MemorySegment config = this.webp.newConfig(arena, quality);
			METHOD.set(config, 0L, method);
			MemorySegment writer = this.webp.newWriter(arena);
			try {
				MemorySegment encoded = describe(arena, limited, writer);
				if (!this.webp.encode(config, encoded)) {
					throw failure((int) ERROR.get(encoded, 0L));
				}
				sink.accept(
						((MemorySegment) WRITTEN.get(writer, 0L)).reinterpret((long) WRITTEN_BYTES.get(writer, 0L)));
			}
			finally {
				this.webp.clearWriter(writer);
			}
		}
	}

	private static IllegalStateException failure(int code) {
		if (code == OUT_OF_MEMORY || code == NO_MEMORY_FOR_BITS) {
			throw new OutOfMemoryError("libwebp has no memory left");
		}
		return new IllegalStateException("libwebp: error " + code);
	}

	private MemorySegment describe(Arena arena, Planes planes, MemorySegment writer) {
		MemorySegment picture = this.webp.newPicture(arena);
		WIDTH.set(picture, 0L, planes.width());
		HEIGHT.set(picture, 0L, planes.height());
		LUMA.set(picture, 0L, planes.plane(0).samples());
		BLUE_DIFFERENCE.set(picture, 0L, planes.plane(1).samples());
		RED_DIFFERENCE.set(picture, 0L, planes.plane(2).samples());
		LUMA_STRIDE.set(picture, 0L, planes.plane(0).stride());
		CHROMA_STRIDE.set(picture, 0L, planes.plane(1).stride());
		WRITE_FUNCTION.set(picture, 0L, this.webp.writeFunction());
		WRITER.set(picture, 0L, writer);
		return picture;
	}

	private static VarHandle field(StructLayout struct, String name) {
		return struct.varHandle(PathElement.groupElement(name));
	}

	void trim(long most) {
		this.limitedRange.trim(most);
	}

	@Override
	public void close() {
		this.limitedRange.close();
	}

	/**
	 * Takes an encoded file.
	 *
	 * @param <X> what it throws
	 */
	@FunctionalInterface
	interface FileSink<X extends Exception> {

		void accept(MemorySegment file) throws X;

	}

}
