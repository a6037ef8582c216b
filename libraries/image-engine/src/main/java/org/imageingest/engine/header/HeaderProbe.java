package org.imageingest.engine.header;

import java.io.IOException;
import java.nio.file.Path;

import org.imageingest.engine.ImageLimits;
import org.imageingest.engine.file.BoundedFile;
import org.imageingest.engine.file.MalformedFileException;
import org.imageingest.engine.format.FormatDetector;
import org.imageingest.engine.format.ImageFormat;
import org.imageingest.model.problem.Problem;
import org.imageingest.model.problem.ProblemException;
import org.imageingest.model.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * Judges a file by its header before anything is decoded. Reads a bounded number of bytes
 * whatever the file says.
 */
public final class HeaderProbe {

	private HeaderProbe() {
	}

	/**
	 * Reads format and size of a picture. The size of a camera RAW is that of its largest
	 * directory, or 0 by 0 where that cannot be read cheaply (CR3, RAF, broken ones): a
	 * RAW is kept as it is, so an unknown size refuses nothing.
	 * @param file the file
	 * @param limits what is refused
	 * @return format and size as stored, in pixels
	 * @throws IOException if the file cannot be read
	 * @throws ProblemException {@link ProblemType#EMPTY_FILE},
	 * {@link ProblemType#UNSUPPORTED_IMAGE_TYPE}, {@link ProblemType#CORRUPT_IMAGE} (no
	 * usable header, or a side of 0 pixels), {@link ProblemType#TOO_MANY_PIXELS},
	 * {@link ProblemType#DECODING_LIMIT_EXCEEDED} (sides, frames, scans)
	 */
	public static ImageHeader probe(Path file, ImageLimits limits) throws IOException {
		try (BoundedFile bytes = new BoundedFile(file)) {
			if (bytes.size() == 0) {
				throw new ProblemException(Problem.of(ProblemType.EMPTY_FILE, "The file has no bytes."));
			}
			ImageFormat format = FormatDetector.detect(bytes.head(FormatDetector.HEAD_BYTES))
				.orElseThrow(() -> new ProblemException(Problem.of(ProblemType.UNSUPPORTED_IMAGE_TYPE,
						"The content is not an image that this service takes.")));
			ImageSize size = size(format, bytes);
			requireWithin(limits, size);
			requireWithin(limits, format, bytes);
			return new ImageHeader(format, (int) size.width(), (int) size.height());
		}
	}

	private static ImageSize size(ImageFormat format, BoundedFile bytes) throws IOException {
		ImageSize size;
		try {
			size = reader(format).read(bytes);
		}
		catch (MalformedFileException ex) {
			throw corrupt(format, String.valueOf(ex.getMessage()), ex);
		}
		boolean unknown = size.width() == 0 && size.height() == 0;
		if (size.pixels() == 0 && !(unknown && format.isRaw())) {
			throw corrupt(format, "its size is " + size.width() + " x " + size.height() + " pixels", null);
		}
		return size;
	}

	private static SizeReader reader(ImageFormat format) {
		return switch (format) {
			case JPEG -> new JpegSize();
			case PNG -> new PngSize();
			case GIF -> new GifSize();
			case BMP -> new BmpSize();
			case WEBP -> new WebpSize();
			case TIFF -> new TiffSize(false);
			case HEIC, AVIF -> new HeifSize();
			case CR2, NEF, ARW, DNG, ORF, RW2 -> new TiffSize(true);
			case CR3, RAF -> bytes -> ImageSize.UNKNOWN;
		};
	}

	private static void requireWithin(ImageLimits limits, ImageSize size) {
		if (size.pixels() > limits.maxPixels()) {
			throw new ProblemException(Problem.overLimit(
					ProblemType.TOO_MANY_PIXELS, "The picture has %d pixels (%d x %d); the limit is %d pixels."
						.formatted(size.pixels(), size.width(), size.height(), limits.maxPixels()),
					limits.maxPixels(), size.pixels()));
		}
		requireWithin("pixels on a side", limits.maxSide(), Math.max(size.width(), size.height()), "");
	}

	private static void requireWithin(ImageLimits limits, ImageFormat format, BoundedFile bytes) throws IOException {
		if (format == ImageFormat.JPEG) {
			int scans = JpegScans.count(bytes, 0, bytes.size(), limits.maxScans());
			requireWithin("scans", limits.maxScans(), scans, "at least ");
		}
		requireWithin("frames", limits.maxFrames(), FrameCount.of(format, bytes, limits.maxFrames()), "at least ");
	}

	private static void requireWithin(String what, long limit, long actual, String counted) {
		if (actual > limit) {
			throw new ProblemException(Problem.overLimit(ProblemType.DECODING_LIMIT_EXCEEDED,
					"The picture has %s%d %s; the limit is %d.".formatted(counted, actual, what, limit), limit,
					actual));
		}
	}

	private static ProblemException corrupt(ImageFormat format, String reason, @Nullable Throwable cause) {
		Problem problem = Problem.of(ProblemType.CORRUPT_IMAGE,
				"The file starts like " + format + " but cannot be read as one: " + reason + ".");
		return (cause != null) ? new ProblemException(problem, cause) : new ProblemException(problem);
	}

}
