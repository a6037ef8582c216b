package org.imageingest.engine.portable;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

import javax.imageio.ImageReader;
import javax.imageio.spi.ImageReaderSpi;

import org.imageingest.model.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * The common course of decoding through one ImageIO reader.
 */
abstract class ImageIoDecoder implements PictureDecoder {

	/**
	 * How readers say that a picture is of a kind they lack, such as twelve bits or
	 * arithmetic coding; they have no exception for it.
	 */
	private static final List<String> UNSUPPORTED = List.of("unsupported jpeg", "arithmetic coding",
			"unknown tiff compression");

	private final ImageReaderSpi plugin;

	private final boolean needsMetadata;

	ImageIoDecoder(ImageReaderSpi plugin, boolean needsMetadata) {
		this.plugin = plugin;
		this.needsMetadata = needsMetadata;
	}

	@Override
	public final DecodedPicture decode(SourceFile source) throws IOException {
		ImageReader reader = this.plugin.createReaderInstance();
		try (SourceStream stream = new SourceStream(source.path())) {
			try {
				reader.setInput(stream, true, !this.needsMetadata);
				HeapCheck.requireRoom(reader, source.header());
				return decode(reader, source);
			}
			catch (ProblemException ex) {
				throw ex;
			}
			catch (IOException | RuntimeException ex) {
				throw explain(ex, stream.failure());
			}
		}
		finally {
			reader.dispose();
		}
	}

	/**
	 * Readers throw almost anything on broken files; only a failing disk may be tried
	 * again.
	 */
	private static RuntimeException explain(Exception ex, @Nullable IOException failure) throws IOException {
		if (failure != null) {
			throw failure;
		}
		if (ex instanceof CorruptPictureException corrupt) {
			return corrupt;
		}
		String message = String.valueOf(ex.getMessage()).toLowerCase(Locale.ROOT);
		boolean unsupported = UNSUPPORTED.stream().anyMatch(message::contains);
		return unsupported ? new UnsupportedPictureException(ex)
				: new CorruptPictureException("its pixel data cannot be decoded", ex);
	}

	/**
	 * Decodes with a reader that has its input.
	 * @param reader the reader
	 * @param source the photo
	 * @return its pixels
	 * @throws IOException if they cannot be decoded
	 */
	abstract DecodedPicture decode(ImageReader reader, SourceFile source) throws IOException;

	/**
	 * Refuses a picture whose size is not what was judged from the header.
	 * @param image decoded picture
	 * @param source the photo
	 * @return the same picture
	 */
	static BufferedImage asPromised(BufferedImage image, SourceFile source) {
		if (image.getWidth() != source.header().storedWidth() || image.getHeight() != source.header().storedHeight()) {
			throw new CorruptPictureException("its size is not what its header says", null);
		}
		return image;
	}

}
