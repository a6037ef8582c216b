package org.imageingest.engine.planar;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

import org.imageingest.engine.foreign.NativeLibrary;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

/**
 * The functions of libturbojpeg that are used here, as they have been since version 2.0.
 *
 * @see <a href="https://libjpeg-turbo.org/Documentation/Documentation">TurboJPEG C
 * API</a>
 */
final class TurboJpeg {

	/** {@code TJFLAG_NOREALLOC}: the buffer handed in is large enough. */
	static final int NO_REALLOCATION = 1 << 10;

	/** {@code TJFLAG_LIMITSCANS}: no more than 500 scans of a progressive JPEG. */
	static final int LIMIT_SCANS = 1 << 15;

	/** {@code TJCS_YCbCr}. */
	static final int YCBCR = 1;

	/** {@code TJCS_GRAY}. */
	static final int GREY = 2;

	/** {@code TJERR_WARNING}: there is a picture, but something is odd about it. */
	static final int WARNING = 0;

	private static final long MESSAGE_BYTES = 200;

	private final MethodHandle newDecoder;

	private final MethodHandle newEncoder;

	private final MethodHandle destroy;

	private final MethodHandle readHeader;

	private final MethodHandle decode;

	private final MethodHandle encode;

	private final MethodHandle bufferSize;

	private final MethodHandle errorCode;

	private final MethodHandle errorText;

	/**
	 * Finds the functions.
	 * @param library libturbojpeg
	 * @throws org.imageingest.engine.foreign.LibraryMissingException if it lacks one
	 */
	TurboJpeg(NativeLibrary library) {
		this.newDecoder = library.function("tjInitDecompress", FunctionDescriptor.of(ADDRESS));
		this.newEncoder = library.function("tjInitCompress", FunctionDescriptor.of(ADDRESS));
		this.destroy = library.function("tjDestroy", FunctionDescriptor.of(JAVA_INT, ADDRESS));
		this.readHeader = library.function("tjDecompressHeader3",
				FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS, ADDRESS, ADDRESS, ADDRESS));
		this.decode = library.function("tjDecompressToYUVPlanes", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS,
				JAVA_LONG, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT));
		this.encode = library.function("tjCompressFromYUVPlanes", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS,
				JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT, ADDRESS, ADDRESS, JAVA_INT, JAVA_INT));
		this.bufferSize = library.function("tjBufSize", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_INT));
		this.errorCode = library.function("tjGetErrorCode", FunctionDescriptor.of(JAVA_INT, ADDRESS));
		this.errorText = library.function("tjGetErrorStr2", FunctionDescriptor.of(ADDRESS, ADDRESS));
	}

	MemorySegment newDecoder() {
		try {
			return required((MemorySegment) this.newDecoder.invokeExact());
		}
		catch (Throwable ex) {
			throw NativeLibrary.rethrow(ex);
		}
	}

	MemorySegment newEncoder() {
		try {
			return required((MemorySegment) this.newEncoder.invokeExact());
		}
		catch (Throwable ex) {
			throw NativeLibrary.rethrow(ex);
		}
	}

	void destroy(MemorySegment handle) {
		try {
			int _ = (int) this.destroy.invokeExact(handle);
		}
		catch (Throwable ex) {
			throw NativeLibrary.rethrow(ex);
		}
	}

	/**
	 * Reads the header of a JPEG.
	 * @param decoder the decoder
	 * @param jpeg the file
	 * @param width receives an int
	 * @param height receives an int
	 * @param sampling receives an int
	 * @param colours receives an int
	 * @return 0, or -1 with an error for the decoder
	 */
	int readHeader(MemorySegment decoder, MemorySegment jpeg, MemorySegment width, MemorySegment height,
			MemorySegment sampling, MemorySegment colours) {
		try {
			return (int) this.readHeader.invokeExact(decoder, jpeg, jpeg.byteSize(), width, height, sampling, colours);
		}
		catch (Throwable ex) {
			throw NativeLibrary.rethrow(ex);
		}
	}

	/**
	 * Decodes a JPEG.
	 * @param decoder the decoder
	 * @param jpeg the file
	 * @param planes an array of addresses
	 * @param width width of the decoded picture
	 * @param strides an array of ints
	 * @param height height of the decoded picture
	 * @param flags a sum of the flags above
	 * @return 0, or -1 with an error or warning for the decoder
	 */
	int decode(MemorySegment decoder, MemorySegment jpeg, MemorySegment planes, int width, MemorySegment strides,
			int height, int flags) {
		try {
			return (int) this.decode.invokeExact(decoder, jpeg, jpeg.byteSize(), planes, width, strides, height, flags);
		}
		catch (Throwable ex) {
			throw NativeLibrary.rethrow(ex);
		}
	}

	/**
	 * Encodes planes.
	 * @param encoder the encoder
	 * @param planes an array of addresses; each plane is read up to an even number of
	 * columns and rows
	 * @param width width in pixels
	 * @param strides an array of ints
	 * @param height height in pixels
	 * @param sampling of the planes and of the file
	 * @param buffer the address of a buffer
	 * @param size the size of the buffer; receives that of the file
	 * @param quality 1 to 100
	 * @param flags a sum of the flags above
	 * @return 0, or -1 with an error for the encoder
	 */
	int encode(MemorySegment encoder, MemorySegment planes, int width, MemorySegment strides, int height, int sampling,
			MemorySegment buffer, MemorySegment size, int quality, int flags) {
		try {
			return (int) this.encode.invokeExact(encoder, planes, width, strides, height, sampling, buffer, size,
					quality, flags);
		}
		catch (Throwable ex) {
			throw NativeLibrary.rethrow(ex);
		}
	}

	/**
	 * Returns the most bytes that a JPEG can take.
	 * @param width width in pixels
	 * @param height height in pixels
	 * @param sampling its sampling
	 * @return bytes
	 */
	long bufferSize(int width, int height, ChromaSampling sampling) {
		try {
			return (long) this.bufferSize.invokeExact(width, height, sampling.code());
		}
		catch (Throwable ex) {
			throw NativeLibrary.rethrow(ex);
		}
	}

	/**
	 * Tells whether the last failure of a decoder was only a warning.
	 * @param handle the decoder
	 * @return false if there is no picture
	 */
	boolean isWarning(MemorySegment handle) {
		try {
			return (int) this.errorCode.invokeExact(handle) == WARNING;
		}
		catch (Throwable ex) {
			throw NativeLibrary.rethrow(ex);
		}
	}

	String errorText(MemorySegment handle) {
		try {
			MemorySegment text = (MemorySegment) this.errorText.invokeExact(handle);
			return text.reinterpret(MESSAGE_BYTES).getString(0);
		}
		catch (Throwable ex) {
			throw NativeLibrary.rethrow(ex);
		}
	}

	private static MemorySegment required(MemorySegment handle) {
		if (handle.equals(MemorySegment.NULL)) {
			throw new IllegalStateException("libturbojpeg has no memory left");
		}
		return handle;
	}

}
