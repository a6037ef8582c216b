package org.imageingest.testkit;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/**
 * A PNG with chosen chunks.
 */
public final class TestPng {

	/** Signature and IHDR, which come first. */
	private static final int START_BYTES = 33;

	private static final int HALVES_SIDE = 64;

	private final BufferedImage picture;

	private final ByteArrayOutputStream chunks = new ByteArrayOutputStream();

	private boolean interlaced;

	private TestPng(BufferedImage picture) {
		this.picture = picture;
	}

	/**
	 * Starts with a picture. Its layout becomes that of the PNG: palette, grey, alpha, 16
	 * bits.
	 * @param picture the picture
	 * @return a new PNG
	 */
	public static TestPng png(BufferedImage picture) {
		return new TestPng(picture);
	}

	public TestPng interlaced() {
		this.interlaced = true;
		return this;
	}

	public TestPng exif(TestExif exif) {
		return chunk("eXIf", exif.toBytes());
	}

	public TestPng icc(byte[] profile) {
		ByteArrayOutputStream content = new ByteArrayOutputStream();
		content.writeBytes("test\0\0".getBytes(StandardCharsets.US_ASCII));
		try (DeflaterOutputStream deflater = new DeflaterOutputStream(content)) {
			deflater.write(profile);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return chunk("iCCP", content.toByteArray());
	}

	public TestPng text(String text) {
		return chunk("tEXt", ("Comment\0" + text).getBytes(StandardCharsets.ISO_8859_1));
	}

	/**
	 * Adds a chunk.
	 * @param type four letters
	 * @param content its bytes
	 * @return this
	 */
	public TestPng chunk(String type, byte[] content) {
		byte[] name = type.getBytes(StandardCharsets.US_ASCII);
		CRC32 checksum = new CRC32();
		checksum.update(name);
		checksum.update(content);
		this.chunks.writeBytes(ByteBuffer.allocate(12 + content.length)
			.putInt(content.length)
			.put(name)
			.put(content)
			.putInt((int) checksum.getValue())
			.array());
		return this;
	}

	/**
	 * Returns the file.
	 * @return its bytes
	 */
	public byte[] toBytes() {
		byte[] encoded = encode();
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		file.write(encoded, 0, START_BYTES);
		file.writeBytes(this.chunks.toByteArray());
		file.write(encoded, START_BYTES, encoded.length - START_BYTES);
		return file.toByteArray();
	}

	/**
	 * Returns the first part of the file.
	 * @param share 0 to 1
	 * @return fewer bytes than the file has
	 */
	public byte[] truncated(double share) {
		byte[] file = toBytes();
		return Arrays.copyOf(file, (int) (file.length * share));
	}

	/**
	 * Makes a PNG of two halves, left and right, in any layout that the standard has.
	 * @param bits bits of a sample: 1, 2, 4, 8 or 16
	 * @param colourType 0 grey, 2 RGB, 3 palette, 4 grey and alpha, 6 RGB and alpha
	 * @param left samples of each pixel of the left half
	 * @param right samples of each pixel of the right half
	 * @param chunks chunks that come before the pixels, such as PLTE and tRNS
	 * @return a file of 64 by 64 pixels
	 */
	public static byte[] halves(int bits, int colourType, int[] left, int[] right, Map<String, byte[]> chunks) {
		TestPng parts = new TestPng(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB));
		parts.chunk("IHDR",
				ByteBuffer.allocate(13)
					.putInt(HALVES_SIDE)
					.putInt(HALVES_SIDE)
					.put(new byte[] { (byte) bits, (byte) colourType, 0, 0, 0 })
					.array());
		chunks.forEach(parts::chunk);
		StringBuilder row = new StringBuilder("00000000");
		for (int x = 0; x < HALVES_SIDE; x++) {
			for (int sample : (x < HALVES_SIDE / 2) ? left : right) {
				row.append(Integer.toBinaryString(1 << bits | sample).substring(1));
			}
		}
		ByteArrayOutputStream pixels = new ByteArrayOutputStream();
		try (DeflaterOutputStream deflater = new DeflaterOutputStream(pixels)) {
			for (int y = 0; y < HALVES_SIDE; y++) {
				for (int at = 0; at < row.length(); at += Byte.SIZE) {
					deflater.write(Integer.parseInt(row.substring(at, at + Byte.SIZE), 2));
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		parts.chunk("IDAT", pixels.toByteArray()).chunk("IEND", new byte[0]);
		return withSignature(parts);
	}

	/**
	 * Returns only the start of a PNG that claims a size.
	 * @param width pixels
	 * @param height pixels
	 * @return signature, IHDR and an empty IDAT
	 */
	public static byte[] claiming(int width, int height) {
		TestPng header = new TestPng(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB));
		header.chunk("IHDR",
				ByteBuffer.allocate(13).putInt(width).putInt(height).put(new byte[] { 8, 2, 0, 0, 0 }).array());
		header.chunk("IDAT", new byte[0]);
		return withSignature(header);
	}

	private static byte[] withSignature(TestPng parts) {
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		file.writeBytes(new byte[] { (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n' });
		file.writeBytes(parts.chunks.toByteArray());
		return file.toByteArray();
	}

	/**
	 * Writes the file.
	 * @param file where to
	 * @return the same path
	 */
	public Path writeTo(Path file) {
		try {
			return Files.write(file, toBytes());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private byte[] encode() {
		ByteArrayOutputStream encoded = new ByteArrayOutputStream();
		ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
		try (ImageOutputStream output = ImageIO.createImageOutputStream(encoded)) {
			writer.setOutput(output);
			ImageWriteParam param = writer.getDefaultWriteParam();
			param.setProgressiveMode(this.interlaced ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
			writer.write(null, new IIOImage(this.picture, null, null), param);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		finally {
			writer.dispose();
		}
		return encoded.toByteArray();
	}

}
