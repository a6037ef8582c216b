package org.imageingest.engine;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.InflaterInputStream;

import javax.imageio.ImageIO;

import org.imageingest.testkit.DeltaE;

/**
 * The mean colours of the sixteen parts of a picture, on white.
 */
final class ColourGrid {

	private static final int SIDE = 4;

	private final double[][] means = new double[SIDE * SIDE][3];

	private ColourGrid(BufferedImage picture) {
		int[] counts = new int[SIDE * SIDE];
		for (int y = 0; y < picture.getHeight(); y++) {
			for (int x = 0; x < picture.getWidth(); x++) {
				int part = y * SIDE / picture.getHeight() * SIDE + x * SIDE / picture.getWidth();
				int rgb = picture.getRGB(x, y);
				this.means[part][0] += rgb >> 16 & 0xFF;
				this.means[part][1] += rgb >> 8 & 0xFF;
				this.means[part][2] += rgb & 0xFF;
				counts[part]++;
			}
		}
		for (int part = 0; part < counts.length; part++) {
			for (int c = 0; c < 3; c++) {
				this.means[part][c] /= Math.max(1, counts[part]);
			}
		}
	}

	/**
	 * Looks at a picture of any format that ImageIO reads, in its profile's colours.
	 * @param file the picture
	 * @return its colours in sRGB
	 */
	static ColourGrid of(Path file) throws IOException {
		BufferedImage decoded = ImageIO.read(file.toFile());
		ICC_Profile profile = pngProfile(Files.readAllBytes(file));
		if (profile != null) {
			// The JDK's PNG reader does not look at profiles
			BufferedImage converted = new BufferedImage(decoded.getWidth(), decoded.getHeight(),
					BufferedImage.TYPE_INT_RGB);
			int[] bands = { 0, 1, 2 };
			new ColorConvertOp(new ICC_Profile[] { profile, ICC_Profile.getInstance(ColorSpace.CS_sRGB) }, null).filter(
					decoded.getRaster().createChild(0, 0, decoded.getWidth(), decoded.getHeight(), 0, 0, bands),
					converted.getRaster());
			return new ColourGrid(converted);
		}
		BufferedImage picture = new BufferedImage(decoded.getWidth(), decoded.getHeight(), BufferedImage.TYPE_INT_RGB);
		Graphics2D graphics = picture.createGraphics();
		graphics.drawImage(decoded, 0, 0, Color.WHITE, null);
		graphics.dispose();
		return new ColourGrid(picture);
	}

	private static ICC_Profile pngProfile(byte[] file) {
		ByteBuffer chunks = ByteBuffer.wrap(file);
		int at = 8;
		while (file[0] == (byte) 0x89 && at + 12 < file.length) {
			int length = chunks.getInt(at);
			if (new String(file, at + 4, 4, StandardCharsets.US_ASCII).equals("iCCP")) {
				int name = at + 8;
				while (file[name] != 0) {
					name++;
				}
				byte[] compressed = Arrays.copyOfRange(file, name + 2, at + 8 + length);
				try (InputStream profile = new InflaterInputStream(new ByteArrayInputStream(compressed))) {
					return ICC_Profile.getInstance(profile.readAllBytes());
				}
				catch (IOException ex) {
					throw new UncheckedIOException(ex);
				}
			}
			at += 12 + length;
		}
		return null;
	}

	/**
	 * Compares with another picture.
	 * @param other the other one
	 * @return the largest distance of two parts, CIE 1976
	 */
	double distance(ColourGrid other) {
		double largest = 0;
		for (int part = 0; part < this.means.length; part++) {
			largest = Math.max(largest, DeltaE.of(colour(this.means[part]), colour(other.means[part])));
		}
		return largest;
	}

	private static Color colour(double[] mean) {
		return new Color((int) Math.round(mean[0]), (int) Math.round(mean[1]), (int) Math.round(mean[2]));
	}

}
