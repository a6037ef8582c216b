package org.imageingest.engine.portable;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;

import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;

import org.imageingest.engine.colour.SourceColours;
import org.imageingest.engine.header.ImageHeader;
import org.imageingest.engine.render.CorruptPictureException;
import org.imageingest.engine.render.SourcePicture;

/**
 * GIF by the JDK's reader: the first frame on the logical screen.
 */
final class GifDecoder extends ImageIoDecoder {

	private static final String PLUGIN = "com.sun.imageio.plugins.gif.GIFImageReaderSpi";

	private static final int ARGB_BYTES = 4;

	private static final String FORMAT = "javax_imageio_gif_image_1.0";

	GifDecoder() {
		super(ImageIoPlugins.reader(PLUGIN), true);
	}

	@Override
	SourceColours decode(ImageReader reader, SourcePicture source, RowSink pixels) throws IOException {
		ImageHeader header = source.header();
		if ((long) reader.getWidth(0) * reader.getHeight(0) > header.pixels()) {
			throw new CorruptPictureException("its first frame is larger than its screen", null);
		}
		BufferedImage frame = reader.read(0);
		int left = position(reader, "imageLeftPosition");
		int top = position(reader, "imageTopPosition");
		boolean full = left == 0 && top == 0 && frame.getWidth() == header.storedWidth()
				&& frame.getHeight() == header.storedHeight();
		pixels.take(PixelLayouts.rowsOf(full ? frame : onScreen(frame, left, top, header)));
		return SourceColours.SRGB;
	}

	private static int position(ImageReader reader, String attribute) throws IOException {
		IIOMetadataNode root = (IIOMetadataNode) reader.getImageMetadata(0).getAsTree(FORMAT);
		IIOMetadataNode descriptor = (IIOMetadataNode) root.getElementsByTagName("ImageDescriptor").item(0);
		return Integer.parseInt(descriptor.getAttribute(attribute));
	}

	private static BufferedImage onScreen(BufferedImage frame, int left, int top, ImageHeader header) {
		HeapCheck.requireRoom(header, ARGB_BYTES);
		BufferedImage screen = new BufferedImage(header.storedWidth(), header.storedHeight(),
				BufferedImage.TYPE_INT_ARGB);
		Graphics2D graphics = screen.createGraphics();
		try {
			graphics.drawImage(frame, left, top, null);
		}
		finally {
			graphics.dispose();
		}
		return screen;
	}

}
