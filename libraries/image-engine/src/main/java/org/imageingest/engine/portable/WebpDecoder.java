package org.imageingest.engine.portable;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;

import javax.imageio.ImageReader;
import javax.imageio.spi.ImageReaderSpi;

import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import org.imageingest.engine.colour.SourceColours;
import org.imageingest.engine.colour.SourceProfile;
import org.imageingest.engine.header.ImageHeader;
import org.imageingest.engine.render.CorruptPictureException;
import org.imageingest.engine.render.SourcePicture;
import org.jspecify.annotations.Nullable;

/**
 * WebP by libwebp, which wants the whole file in memory and takes stills only: the first
 * frame of an animation is handed to it as a file of its own, then laid on the canvas.
 */
final class WebpDecoder implements PictureDecoder {

	private static final String PLUGIN = "com.luciad.imageio.webp.WebPImageReaderSpi";

	private static final int ARGB_BYTES = 4;

	private final ImageReaderSpi plugin = ImageIoPlugins.reader(PLUGIN);

	@Override
	public SourceColours decode(SourcePicture source, RowSink pixels) throws IOException {
		HeapCheck.requireRoom(source.header(), ARGB_BYTES);
		byte[] file = Files.readAllBytes(source.path());
		WebpFrame frame = WebpFrame.first(file);
		BufferedImage image = read((frame != null) ? frame.still() : file);
		BufferedImage canvas = onCanvas(image, frame, source.header());
		pixels.take(PixelLayouts.rowsOf(ImageIoDecoder.asPromised(canvas, source)));
		return SourceProfile.of(source);
	}

	private BufferedImage read(byte[] still) throws IOException {
		ImageReader reader = this.plugin.createReaderInstance();
		try {
			reader.setInput(new ByteArrayImageInputStream(still));
			return reader.read(0);
		}
		catch (IOException | RuntimeException ex) {
			throw new CorruptPictureException("its pixel data cannot be decoded", ex);
		}
		finally {
			reader.dispose();
		}
	}

	private static BufferedImage onCanvas(BufferedImage image, @Nullable WebpFrame frame, ImageHeader header) {
		boolean full = image.getWidth() == header.storedWidth() && image.getHeight() == header.storedHeight();
		if (frame == null || full) {
			return image;
		}
		BufferedImage canvas = new BufferedImage(header.storedWidth(), header.storedHeight(),
				BufferedImage.TYPE_INT_ARGB);
		Graphics2D graphics = canvas.createGraphics();
		try {
			graphics.drawImage(image, frame.left(), frame.top(), null);
		}
		finally {
			graphics.dispose();
		}
		return canvas;
	}

}
