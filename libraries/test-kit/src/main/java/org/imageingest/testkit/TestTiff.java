package org.imageingest.testkit;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Iterator;

import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;

/**
 * TIFF files of chosen layouts (TIFF 6.0).
 */
public final class TestTiff {

	private static final int SHORT = 3;

	private static final int LONG = 4;

	private TestTiff() {
	}

	/**
	 * Writes a picture with the JDK's own writer.
	 * @param picture the picture, whose layout becomes that of the file
	 * @param compression the writer's name of it, such as {@code LZW}
	 * @return a file
	 */
	public static byte[] compressed(BufferedImage picture, String compression) {
		return CompressedFile.write(jdkWriter(), picture, compression);
	}

	/**
	 * Writes a picture with its colours one after the other instead of side by side.
	 * @param picture the picture
	 * @return a file
	 */
	public static byte[] planar(BufferedImage picture) {
		int plane = picture.getWidth() * picture.getHeight();
		byte[] pixels = new byte[3 * plane];
		for (int i = 0; i < plane; i++) {
			int rgb = picture.getRGB(i % picture.getWidth(), i / picture.getWidth());
			pixels[i] = (byte) (rgb >> 16);
			pixels[plane + i] = (byte) (rgb >> 8);
			pixels[2 * plane + i] = (byte) rgb;
		}
		return plain(picture.getWidth(), picture.getHeight(), 2, 3, 2, 1, pixels);
	}

	/**
	 * Writes a plane of four inks.
	 * @param width width in pixels
	 * @param height height in pixels
	 * @param inks cyan, magenta, yellow and black, 0 to 255
	 * @return a file
	 */
	public static byte[] inks(int width, int height, int... inks) {
		byte[] pixels = new byte[width * height * 4];
		for (int i = 0; i < pixels.length; i++) {
			pixels[i] = (byte) inks[i % 4];
		}
		return plain(width, height, 5, 4, 1, 1, pixels);
	}

	/**
	 * Writes a file that claims any compression.
	 * @param width width in pixels
	 * @param height height in pixels
	 * @param compression value of the tag
	 * @param data the strip
	 * @return a grey file
	 */
	public static byte[] claiming(int width, int height, int compression, byte[] data) {
		return plain(width, height, 1, 1, 1, compression, data);
	}

	private static byte[] plain(int width, int height, int photometric, int samples, int planar, int compression,
			byte[] pixels) {
		int strips = (planar == 2) ? samples : 1;
		int entries = 10;
		int values = 8 + 2 + 12 * entries + 4;
		int start = values + 2 * samples + 8 * strips;
		ByteBuffer file = ByteBuffer.allocate(start + pixels.length).order(ByteOrder.LITTLE_ENDIAN);
		file.put(new byte[] { 'I', 'I', 42, 0 }).putInt(8).putShort((short) entries);
		entry(file, 0x100, LONG, 1, width);
		entry(file, 0x101, LONG, 1, height);
		entry(file, 0x102, SHORT, samples, (samples == 1) ? 8 : values);
		entry(file, 0x103, SHORT, 1, compression);
		entry(file, 0x106, SHORT, 1, photometric);
		entry(file, 0x111, LONG, strips, (strips == 1) ? start : values + 2 * samples);
		entry(file, 0x115, SHORT, 1, samples);
		entry(file, 0x116, LONG, 1, height);
		entry(file, 0x117, LONG, strips, (strips == 1) ? pixels.length : values + 2 * samples + 4 * strips);
		entry(file, 0x11C, SHORT, 1, planar);
		file.putInt(0);
		for (int i = 0; i < samples; i++) {
			file.putShort((short) 8);
		}
		for (int i = 0; i < strips; i++) {
			file.putInt(start + i * pixels.length / strips);
		}
		for (int i = 0; i < strips; i++) {
			file.putInt(pixels.length / strips);
		}
		return file.put(pixels).array();
	}

	private static void entry(ByteBuffer file, int tag, int type, int count, int value) {
		file.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
	}

	private static ImageWriter jdkWriter() {
		Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName("tiff");
		while (writers.hasNext()) {
			ImageWriter writer = writers.next();
			if (writer.getClass().getName().startsWith("com.sun.")) {
				return writer;
			}
		}
		throw new IllegalStateException("The JDK has no TIFF writer");
	}

}
