package org.imageingest.engine.portable;

import java.awt.image.DataBuffer;
import java.io.IOException;
import java.util.Iterator;

import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;

import org.imageingest.engine.header.ImageHeader;
import org.imageingest.model.problem.Problem;
import org.imageingest.model.problem.ProblemException;
import org.imageingest.model.problem.ProblemType;

/**
 * Refuses a picture that would not fit into this process, before memory runs out in the
 * middle of it: the same number of pixels takes four times as much with 16 bits and
 * alpha.
 */
final class HeapCheck {

	/**
	 * The share that pictures may take: the serial collector keeps a third of the heap
	 * for young objects, and whatever else lives in this process needs room too.
	 */
	private static final double SHARE = 0.4;

	private HeapCheck() {
	}

	/**
	 * Checks a picture in the layout that its reader decodes into.
	 * @param reader a reader that has its input
	 * @param header the picture's header
	 * @throws IOException if the reader does not understand the file
	 * @throws ProblemException {@link ProblemType#TOO_MANY_PIXELS}
	 */
	static void requireRoom(ImageReader reader, ImageHeader header) throws IOException {
		Iterator<ImageTypeSpecifier> types = reader.getImageTypes(0);
		if (types.hasNext()) {
			ImageTypeSpecifier type = types.next();
			int bits = DataBuffer.getDataTypeSize(type.getSampleModel().getDataType());
			requireRoom(header, Math.max(1, type.getNumBands() * bits / Byte.SIZE));
		}
	}

	/**
	 * Checks a picture.
	 * @param header the picture's header
	 * @param bytesPerPixel what decoding takes
	 * @throws ProblemException {@link ProblemType#TOO_MANY_PIXELS}
	 */
	static void requireRoom(ImageHeader header, int bytesPerPixel) {
		long limit = bytesForPictures() / bytesPerPixel;
		if (header.pixels() > limit) {
			throw new ProblemException(Problem.overLimit(ProblemType.TOO_MANY_PIXELS,
					"The picture has %d pixels of %d bytes; this engine has memory for %d of them."
						.formatted(header.pixels(), bytesPerPixel, limit),
					limit, header.pixels()));
		}
	}

	/**
	 * Returns the heap that decoded pictures may take together.
	 * @return bytes
	 */
	static long bytesForPictures() {
		return (long) (Runtime.getRuntime().maxMemory() * SHARE);
	}

}
