package org.imageingest.engine.portable;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

import org.imageingest.engine.colour.SourceColours;
import org.imageingest.engine.format.ImageFormat;
import org.imageingest.engine.render.SourcePicture;
import org.imageingest.engine.render.UnsupportedPictureException;

/**
 * The decoders of pure Java.
 */
final class PictureDecoders {

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
	 * Decodes a picture.
	 * @param source the picture
	 * @param pixels receives its pixels
	 * @return what their values mean
	 * @throws IOException if the file cannot be read
	 * @throws org.imageingest.engine.render.CorruptPictureException if it is not whole
	 * @throws UnsupportedPictureException if there is no decoder for it
	 */
	SourceColours decode(SourcePicture source, RowSink pixels) throws IOException {
		PictureDecoder decoder = this.byFormat.get(source.header().format());
		if (decoder == null) {
			throw new UnsupportedPictureException("no decoder for " + source.header().format(), null);
		}
		return decoder.decode(source, pixels);
	}

}
