package org.imageingest.engine.privacy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.imageingest.engine.file.BoundedFile;
import org.imageingest.engine.file.MalformedFileException;
import org.imageingest.engine.format.ImageFormat;
import org.jspecify.annotations.Nullable;

/**
 * Copies an original without what tells, or may tell, where it was taken. What the pixels
 * are made from is copied byte for byte; of everything else only what is known to be
 * harmless. An original is never held in memory.
 */
public final class LocationRemoval {

	private LocationRemoval() {
	}

	/**
	 * Copies an original without its location.
	 * @param original the file; only JPEG, PNG and WebP can be copied so
	 * @param format its format
	 * @param orientation how it is to be turned, 1 to 8: kept even where everything else
	 * that EXIF says has to go, because it is broken
	 * @param copy a file that is not there yet
	 * @return how it ended; there is a copy only if it is {@link Outcome#REMOVED}
	 * @throws IOException if the file cannot be read, or the copy cannot be written
	 */
	public static Outcome remove(Path original, ImageFormat format, int orientation, Path copy) throws IOException {
		FileRewriter rewriter = rewriter(format, new ExifRewriter(orientation));
		if (rewriter == null) {
			return Outcome.NOT_POSSIBLE;
		}
		try (BoundedFile file = new BoundedFile(original); PartialCopy kept = new PartialCopy(original, copy)) {
			rewriter.rewrite(file, kept);
			if (kept.isEverything()) {
				return Outcome.NOTHING_FOUND;
			}
			kept.finish();
			return Outcome.REMOVED;
		}
		catch (MalformedFileException ex) {
			Files.deleteIfExists(copy);
			return Outcome.NOT_POSSIBLE;
		}
	}

	private static @Nullable FileRewriter rewriter(ImageFormat format, ExifRewriter exif) {
		return switch (format) {
			case JPEG -> new JpegRewriter(exif);
			case PNG -> new PngRewriter(exif);
			case WEBP -> new WebpRewriter(exif);
			default -> null;
		};
	}

	/** How a removal ended. */
	public enum Outcome {

		/** There is nothing to be removed: the original itself may be shown. */
		NOTHING_FOUND,

		/** The copy is without it. */
		REMOVED,

		/** The format has no way for it here, or this file has parts that do not fit. */
		NOT_POSSIBLE

	}

}
