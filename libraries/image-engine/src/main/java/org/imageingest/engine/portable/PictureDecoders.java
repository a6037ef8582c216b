package org.imageingest.engine.portable;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

import org.imageingest.engine.EngineWarnings;
import org.imageingest.engine.format.ImageFormat;
import org.imageingest.model.problem.Problem;
import org.imageingest.model.problem.ProblemException;
import org.imageingest.model.problem.ProblemType;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The decoders of this engine.
 */
final class PictureDecoders {

	private static final Logger logger = LoggerFactory.getLogger(PictureDecoders.class);

	private final Map<ImageFormat, PictureDecoder> byFormat = new EnumMap<>(ImageFormat.class);

	PictureDecoders() {
		this.byFormat.put(ImageFormat.JPEG, new JpegDecoder());
		this.byFormat.put(ImageFormat.PNG, new PngDecoder());
		this.byFormat.put(ImageFormat.GIF, new GifDecoder());
		this.byFormat.put(ImageFormat.BMP, new BmpDecoder());
		this.byFormat.put(ImageFormat.TIFF, new TiffDecoder());
		this.byFormat.put(ImageFormat.WEBP, new WebpDecoder());
	}

	Set<ImageFormat> formats() {
		return Set.copyOf(this.byFormat.keySet());
	}

	/**
	 * Decodes a photo.
	 * @param source the photo; receives a warning if there is no decoder for it
	 * @param pixels receives its pixels
	 * @return what their values mean, or null if it needs another engine
	 * @throws IOException if the file cannot be read
	 * @throws ProblemException {@link ProblemType#CORRUPT_IMAGE} if it is not whole
	 */
	@Nullable SourceColours decode(SourceFile source, RowSink pixels) throws IOException {
		ImageFormat format = source.header().format();
		PictureDecoder decoder = this.byFormat.get(format);
		try {
			if (decoder != null) {
				return decoder.decode(source, pixels);
			}
		}
		catch (CorruptPictureException ex) {
			throw new ProblemException(Problem.of(ProblemType.CORRUPT_IMAGE,
					"The " + format + " file is not a whole picture: " + ex.getMessage() + "."), ex);
		}
		catch (UnsupportedPictureException ex) {
			logger.debug("A valid {} of a kind that is not decoded here", format, ex);
		}
		source.warnings().add(EngineWarnings.FORMAT_NEEDS_NATIVE_ENGINE);
		return null;
	}

}
