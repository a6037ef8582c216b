package org.imageingest.testkit;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

/**
 * An animated GIF.
 */
public final class TestGif {

	private static final String SCREEN = "javax_imageio_gif_stream_1.0";

	private static final String FRAME = "javax_imageio_gif_image_1.0";

	private final ByteArrayOutputStream file = new ByteArrayOutputStream();

	private final ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();

	private final ImageOutputStream output;

	private TestGif(int width, int height) throws IOException {
		this.output = ImageIO.createImageOutputStream(this.file);
		this.writer.setOutput(this.output);
		IIOMetadata metadata = this.writer.getDefaultStreamMetadata(null);
		IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(SCREEN);
		IIOMetadataNode screen = child(root, "LogicalScreenDescriptor");
		screen.setAttribute("logicalScreenWidth", Integer.toString(width));
		screen.setAttribute("logicalScreenHeight", Integer.toString(height));
		metadata.setFromTree(SCREEN, root);
		this.writer.prepareWriteSequence(metadata);
	}

	/**
	 * Starts with an empty screen.
	 * @param width width in pixels
	 * @param height height in pixels
	 * @return a GIF without frames
	 */
	public static TestGif screen(int width, int height) {
		try {
			return new TestGif(width, height);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Adds a frame.
	 * @param picture its pixels
	 * @param left place on the screen in pixels
	 * @param top place on the screen in pixels
	 * @param disposal what becomes of it, such as {@code restoreToBackgroundColor}
	 * @return this
	 */
	public TestGif frame(BufferedImage picture, int left, int top, String disposal) {
		try {
			IIOMetadata metadata = this.writer
				.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(picture), null);
			IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(FRAME);
			IIOMetadataNode place = child(root, "ImageDescriptor");
			place.setAttribute("imageLeftPosition", Integer.toString(left));
			place.setAttribute("imageTopPosition", Integer.toString(top));
			child(root, "GraphicControlExtension").setAttribute("disposalMethod", disposal);
			metadata.setFromTree(FRAME, root);
			this.writer.writeToSequence(new IIOImage(picture, null, metadata), null);
			return this;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Returns the file.
	 * @return its bytes
	 */
	public byte[] toBytes() {
		try {
			this.writer.endWriteSequence();
			this.output.close();
			this.writer.dispose();
			return this.file.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static IIOMetadataNode child(IIOMetadataNode root, String name) {
		return (IIOMetadataNode) root.getElementsByTagName(name).item(0);
	}

}
