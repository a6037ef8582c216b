package org.imageingest.engine.portable;

import java.awt.image.BufferedImage;
import java.io.IOException;

import javax.imageio.ImageReader;
import javax.imageio.spi.ImageReaderSpi;

import org.imageingest.engine.colour.SourceColours;
import org.imageingest.engine.render.CorruptPictureException;
import org.imageingest.engine.render.SourcePicture;
import org.imageingest.engine.render.UnsupportedPictureException;
import org.imageingest.model.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * The common course of decoding through one ImageIO reader.
 */
abstract class ImageIoDecoder implements PictureDecoder {

	private final ImageReaderSpi plugin;

	private final boolean needsMetadata;

	ImageIoDecoder(ImageReaderSpi plugin, boolean needsMetadata) {
		this.plugin = plugin;
		this.needsMetadata = needsMetadata;
	}

	@Override
	public final SourceColours decode(SourcePicture source, RowSink pixels) throws IOException {
		ImageReader reader = this.plugin.createReaderInstance();
		try (SourceStream stream = open(source)) {
			try {
				reader.setInput(stream, true, !this.needsMetadata);
				requireRoom(reader, source);
				return decode(reader, source, pixels);
			}
			catch (ProblemException ex) {
				throw ex;
			}
			catch (IOException | RuntimeException ex) {
				throw explain(ex, stream.failure(), source);
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
	private RuntimeException explain(Exception ex, @Nullable IOException failure, SourcePicture source)
			throws IOException {
		if (failure != null) {
			throw failure;
		}
		if (ex instanceof CorruptPictureException corrupt) {
			return corrupt;
		}
		return isUnknownKind(source) ? new UnsupportedPictureException("its decoder lacks this kind", ex)
				: new CorruptPictureException("its pixel data cannot be decoded", ex);
	}

	/**
	 * Opens a photo for the reader.
	 * @param source the photo
	 * @return the stream that the reader sees
	 * @throws IOException if the file cannot be read
	 */
	SourceStream open(SourcePicture source) throws IOException {
		return new SourceStream(source.path());
	}

	/**
	 * Refuses a picture that this process has no memory for.
	 * @param reader a reader that has its input
	 * @param source the photo
	 * @throws IOException if the reader does not understand the file
	 */
	void requireRoom(ImageReader reader, SourcePicture source) throws IOException {
		HeapCheck.requireRoom(reader, source.header());
	}

	/**
	 * Tells whether a picture that the reader failed on is a valid one of a kind that it
	 * does not know. Readers have no exception for it, so the file is asked.
	 * @param source the photo
	 * @return true if another engine may decode it
	 * @throws IOException if the file cannot be read
	 */
	boolean isUnknownKind(SourcePicture source) throws IOException {
		return false;
	}

	/**
	 * Decodes with a reader that has its input.
	 * @param reader the reader
	 * @param source the photo
	 * @param pixels receives its pixels
	 * @return what their values mean
	 * @throws IOException if they cannot be decoded
	 */
	abstract SourceColours decode(ImageReader reader, SourcePicture source, RowSink pixels) throws IOException;

	/**
	 * Refuses a picture whose size is not what was judged from the header.
	 * @param image decoded picture
	 * @param source the photo
	 * @return the same picture
	 */
	static BufferedImage asPromised(BufferedImage image, SourcePicture source) {
		requirePromised(image.getWidth(), image.getHeight(), source);
		return image;
	}

	static void requirePromised(int width, int height, SourcePicture source) {
		if (width != source.header().storedWidth() || height != source.header().storedHeight()) {
			throw new CorruptPictureException("its size is not what its header says", null);
		}
	}

}
