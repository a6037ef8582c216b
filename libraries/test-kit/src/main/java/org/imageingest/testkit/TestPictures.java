package org.imageingest.testkit;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.GradientPaint;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;

/**
 * Pictures that no turning or mirroring maps onto themselves.
 */
public final class TestPictures {

	/** Colour of the top left quarter. */
	public static final Color TOP_LEFT = new Color(200, 40, 40);

	/** Colour of the top right quarter. */
	public static final Color TOP_RIGHT = new Color(40, 170, 60);

	/** Colour of the bottom left quarter. */
	public static final Color BOTTOM_LEFT = new Color(50, 60, 200);

	/** Colour of the bottom right quarter. */
	public static final Color BOTTOM_RIGHT = new Color(230, 200, 50);

	private TestPictures() {
	}

	/**
	 * Draws four quarters of different colours with a grey wedge and fine bars in the
	 * middle.
	 * @param width width in pixels
	 * @param height height in pixels
	 * @return an RGB picture
	 */
	public static BufferedImage asymmetric(int width, int height) {
		BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		Graphics2D graphics = picture.createGraphics();
		int right = width / 2;
		int bottom = height / 2;
		fill(graphics, TOP_LEFT, 0, 0, right, bottom);
		fill(graphics, TOP_RIGHT, right, 0, width - right, bottom);
		fill(graphics, BOTTOM_LEFT, 0, bottom, right, height - bottom);
		fill(graphics, BOTTOM_RIGHT, right, bottom, width - right, height - bottom);
		graphics.setPaint(new GradientPaint(width * 0.4f, 0, Color.BLACK, width * 0.6f, 0, Color.WHITE));
		graphics.fillRect((int) (width * 0.4), (int) (height * 0.35), (int) (width * 0.2), (int) (height * 0.2));
		graphics.setColor(Color.WHITE);
		for (int bar = 0; bar < 5; bar++) {
			graphics.fillRect((int) (width * (0.4 + bar * 0.04)), (int) (height * 0.6), (int) (width * 0.02),
					(int) (height * 0.1));
		}
		graphics.dispose();
		return picture;
	}

	/**
	 * Draws a disc of one colour on a transparent ground.
	 * @param width width in pixels
	 * @param height height in pixels
	 * @return an ARGB picture, transparent in the corners
	 */
	public static BufferedImage transparentDisc(int width, int height) {
		BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
		Graphics2D graphics = picture.createGraphics();
		graphics.setColor(TOP_LEFT);
		graphics.fillOval(width / 8, height / 8, width * 3 / 4, height * 3 / 4);
		graphics.dispose();
		return picture;
	}

	/**
	 * Draws something as rich in detail as a photo, the same each time: noise of several
	 * sizes.
	 * @param width width in pixels
	 * @param height height in pixels
	 * @return an RGB picture
	 */
	public static BufferedImage photographic(int width, int height) {
		BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		for (int y = 0; y < height; y++) {
			for (int x = 0; x < width; x++) {
				int rgb = 0;
				for (int channel = 0; channel < 3; channel++) {
					double value = 128;
					for (int size = 128; size >= 2; size /= 2) {
						value += 0.7 * size * noise(x, y, size, (size > 8) ? channel : 0);
					}
					rgb = rgb << 8 | (int) Math.clamp(value, 0, 255);
				}
				picture.setRGB(x, y, rgb);
			}
		}
		return picture;
	}

	/**
	 * Draws every hue, from white over the full colour to black, without an edge.
	 * @param width width in pixels
	 * @param height height in pixels
	 * @return an RGB picture
	 */
	public static BufferedImage spectrum(int width, int height) {
		BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		for (int y = 0; y < height; y++) {
			float down = (y + 0.5f) / height;
			for (int x = 0; x < width; x++) {
				picture.setRGB(x, y,
						Color.HSBtoRGB((x + 0.5f) / width, Math.min(1, 2 * down), Math.min(1, 2 * (1 - down)))
								& 0xFFFFFF);
			}
		}
		return picture;
	}

	/**
	 * Draws discs whose colour fades into a transparent ground of another colour.
	 * @param width width in pixels
	 * @param height height in pixels
	 * @param shown colour of what is seen
	 * @param hidden colour of the pixels that are not
	 * @return an ARGB picture
	 */
	public static BufferedImage hiddenGround(int width, int height, Color shown, Color hidden) {
		BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
		for (int y = 0; y < height; y++) {
			for (int x = 0; x < width; x++) {
				boolean seen = Math.hypot(x % 40 - 20, y % 40 - 20) < 15;
				picture.setRGB(x, y, seen ? shown.getRGB() : hidden.getRGB() & 0xFFFFFF);
			}
		}
		return picture;
	}

	/**
	 * Stores a picture with 16 bits a colour.
	 * @param picture an RGB picture
	 * @return the same colours
	 */
	public static BufferedImage ofSixteenBits(BufferedImage picture) {
		ColorModel model = new ComponentColorModel(ColorSpace.getInstance(ColorSpace.CS_sRGB), false, false,
				Transparency.OPAQUE, DataBuffer.TYPE_USHORT);
		WritableRaster raster = model.createCompatibleWritableRaster(picture.getWidth(), picture.getHeight());
		for (int y = 0; y < picture.getHeight(); y++) {
			for (int x = 0; x < picture.getWidth(); x++) {
				Color colour = new Color(picture.getRGB(x, y));
				raster.setPixel(x, y,
						new int[] { 257 * colour.getRed(), 257 * colour.getGreen(), 257 * colour.getBlue() });
			}
		}
		return new BufferedImage(model, raster, false, null);
	}

	/**
	 * Stores the lightness of a picture alone.
	 * @param picture an RGB picture
	 * @param type one of the grey types of {@link BufferedImage}
	 * @return a grey picture, whose values are those of green
	 */
	public static BufferedImage grey(BufferedImage picture, int type) {
		BufferedImage grey = new BufferedImage(picture.getWidth(), picture.getHeight(), type);
		int unit = (type == BufferedImage.TYPE_USHORT_GRAY) ? 257 : 1;
		for (int y = 0; y < picture.getHeight(); y++) {
			for (int x = 0; x < picture.getWidth(); x++) {
				grey.getRaster().setSample(x, y, 0, unit * (picture.getRGB(x, y) >> 8 & 0xFF));
			}
		}
		return grey;
	}

	/**
	 * Stores a picture by a palette of its four colours and 252 greys, pixel by pixel:
	 * drawing would dither.
	 * @param picture the asymmetric picture, or a part of it
	 * @return a picture with a palette
	 */
	public static BufferedImage indexed(BufferedImage picture) {
		byte[][] palette = new byte[3][256];
		Color[] own = { TOP_LEFT, TOP_RIGHT, BOTTOM_LEFT, BOTTOM_RIGHT };
		for (int i = 0; i < 256; i++) {
			Color colour = (i < own.length) ? own[i] : new Color(i, i, i);
			palette[0][i] = (byte) colour.getRed();
			palette[1][i] = (byte) colour.getGreen();
			palette[2][i] = (byte) colour.getBlue();
		}
		return copy(picture, new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_BYTE_INDEXED,
				new IndexColorModel(8, 256, palette[0], palette[1], palette[2])));
	}

	/**
	 * Copies a picture into another of its size, pixel by pixel.
	 * @param picture the picture
	 * @param copy receives it in its own layout
	 * @return the copy
	 */
	public static BufferedImage copy(BufferedImage picture, BufferedImage copy) {
		for (int y = 0; y < picture.getHeight(); y++) {
			for (int x = 0; x < picture.getWidth(); x++) {
				copy.setRGB(x, y, picture.getRGB(x, y));
			}
		}
		return copy;
	}

	/**
	 * Fills a raster with one mixture of inks.
	 * @param width width in pixels
	 * @param height height in pixels
	 * @param inks cyan, magenta, yellow and black, 0 to 255
	 * @return four values a pixel
	 */
	public static Raster inks(int width, int height, int... inks) {
		WritableRaster raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, height, 4, null);
		for (int y = 0; y < height; y++) {
			for (int x = 0; x < width; x++) {
				raster.setPixel(x, y, inks);
			}
		}
		return raster;
	}

	/**
	 * Mixes the colours of a picture from inks, black as much as can be.
	 * @param picture an RGB picture
	 * @return cyan, magenta, yellow and black of each pixel, 0 to 255
	 */
	public static Raster inks(BufferedImage picture) {
		WritableRaster raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, picture.getWidth(),
				picture.getHeight(), 4, null);
		for (int y = 0; y < picture.getHeight(); y++) {
			for (int x = 0; x < picture.getWidth(); x++) {
				Color colour = new Color(picture.getRGB(x, y));
				int most = Math.max(colour.getRed(), Math.max(colour.getGreen(), colour.getBlue()));
				raster.setPixel(x, y, new int[] { most - colour.getRed(), most - colour.getGreen(),
						most - colour.getBlue(), 255 - most });
			}
		}
		return raster;
	}

	/** Random values of -1 to 1 on a grid, and between them straight lines. */
	private static double noise(int x, int y, int size, int seed) {
		int column = x / size;
		int row = y / size;
		double right = (double) (x % size) / size;
		double down = (double) (y % size) / size;
		double above = random(column, row, size + seed) * (1 - right) + random(column + 1, row, size + seed) * right;
		double below = random(column, row + 1, size + seed) * (1 - right)
				+ random(column + 1, row + 1, size + seed) * right;
		return above * (1 - down) + below * down;
	}

	private static double random(int column, int row, int seed) {
		int hash = column * 0x9E3779B1 ^ row * 0x85EBCA6B ^ seed * 0xC2B2AE35;
		hash = (hash ^ hash >>> 15) * 0x2C1B3C6D;
		return ((hash ^ hash >>> 13) & 0xFFFF) / 32_767.5 - 1;
	}

	/**
	 * Fills a picture with one colour.
	 * @param width width in pixels
	 * @param height height in pixels
	 * @param colour the colour
	 * @return an RGB picture
	 */
	public static BufferedImage plain(int width, int height, Color colour) {
		BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		Graphics2D graphics = picture.createGraphics();
		fill(graphics, colour, 0, 0, width, height);
		graphics.dispose();
		return picture;
	}

	/**
	 * Turns an upright picture as a camera held that way would store it.
	 * @param upright the picture as it is to be displayed
	 * @param orientation EXIF orientation, 1 to 8, that displays it again
	 * @return the picture as stored
	 */
	public static BufferedImage asStored(BufferedImage upright, int orientation) {
		int width = upright.getWidth();
		int height = upright.getHeight();
		boolean turned = orientation >= 5;
		BufferedImage stored = new BufferedImage(turned ? height : width, turned ? width : height, upright.getType());
		for (int y = 0; y < stored.getHeight(); y++) {
			for (int x = 0; x < stored.getWidth(); x++) {
				stored.setRGB(x, y, switch (orientation) {
					case 2 -> upright.getRGB(width - 1 - x, y);
					case 3 -> upright.getRGB(width - 1 - x, height - 1 - y);
					case 4 -> upright.getRGB(x, height - 1 - y);
					case 5 -> upright.getRGB(y, x);
					case 6 -> upright.getRGB(width - 1 - y, x);
					case 7 -> upright.getRGB(width - 1 - y, height - 1 - x);
					case 8 -> upright.getRGB(y, height - 1 - x);
					default -> upright.getRGB(x, y);
				});
			}
		}
		return stored;
	}

	private static void fill(Graphics2D graphics, Color colour, int x, int y, int width, int height) {
		graphics.setColor(colour);
		graphics.fillRect(x, y, width, height);
	}

}
