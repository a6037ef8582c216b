package org.imageingest.testkit;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import javax.imageio.ImageIO;

/**
 * Windows bitmaps of chosen layouts.
 *
 * @see <a href=
 * "https://learn.microsoft.com/en-us/windows/win32/api/wingdi/ns-wingdi-bitmapinfoheader">BITMAPINFOHEADER</a>
 */
public final class TestBmp {

	private static final int HEADERS = 54;

	private TestBmp() {
	}

	/**
	 * Writes a picture with the JDK's writer.
	 * @param picture the picture, whose layout becomes that of the file
	 * @param compression the writer's name of it, such as {@code BI_RLE8}
	 * @return a file
	 */
	public static byte[] compressed(BufferedImage picture, String compression) {
		return CompressedFile.write(ImageIO.getImageWritersByFormatName("bmp").next(), picture, compression);
	}

	/**
	 * Writes a picture without compression.
	 * @param picture the picture
	 * @param bytes 3 or 4 bytes a pixel
	 * @param topDown whether the first row comes first
	 * @return a file
	 */
	public static byte[] plain(BufferedImage picture, int bytes, boolean topDown) {
		int width = picture.getWidth();
		int height = picture.getHeight();
		int rowBytes = (width * bytes + 3) / 4 * 4;
		ByteBuffer file = ByteBuffer.allocate(HEADERS + rowBytes * height).order(ByteOrder.LITTLE_ENDIAN);
		file.put(new byte[] { 'B', 'M' }).putInt(file.capacity()).putInt(0).putInt(HEADERS);
		file.putInt(40).putInt(width).putInt(topDown ? -height : height);
		file.putShort((short) 1).putShort((short) (8 * bytes));
		for (int row = 0; row < height; row++) {
			file.position(HEADERS + row * rowBytes);
			for (int x = 0; x < width; x++) {
				int rgb = picture.getRGB(x, topDown ? row : height - 1 - row);
				file.put((byte) rgb).put((byte) (rgb >> 8)).put((byte) (rgb >> 16));
				if (bytes == 4) {
					file.put((byte) 0);
				}
			}
		}
		return file.array();
	}

}
