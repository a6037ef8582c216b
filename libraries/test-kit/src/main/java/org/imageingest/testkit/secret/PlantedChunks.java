package org.imageingest.testkit.secret;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.DeflaterOutputStream;

import javax.imageio.ImageIO;

import org.imageingest.testkit.TestPictures;
import org.imageingest.testkit.TestPng;

/**
 * Secrets in the chunks of PNG and WebP.
 */
final class PlantedChunks {

	/** EXIF and XMP, as VP8X tells of them. */
	private static final byte BOTH = 0x0C;

	private static final int WIDTH = 320;

	private static final int HEIGHT = 240;

	private static final int RIFF_HEADER = 12;

	private PlantedChunks() {
	}

	static byte[] png() {
		byte[] xmp = SecretBlocks.xmpBytes();
		byte[] file = TestPng.png(TestPictures.asymmetric(WIDTH, HEIGHT))
			.exif(SecretBlocks.exif())
			.text(Secrets.in("comment.text") + " 71.290612,-156.788647")
			.chunk("zTXt", Secrets.join(Secrets.ascii("Author\0\0"), deflated(Secrets.bytesIn("owner.ztxt"))))
			.chunk("iTXt", Secrets.join(Secrets.ascii("XML:com.adobe.xmp\0\1\0\0\0"), deflated(xmp)))
			.chunk("iTXt", Secrets.join(Secrets.ascii("Where\0\0\0\0\0"), xmp))
			.chunk("zTXt", rawProfile("exif", SecretBlocks.exif().toBytes()))
			.chunk("tEXt",
					Secrets.join(Secrets.ascii("Raw profile type iptc\0"), hexadecimal(SecretBlocks.photoshop())))
			.chunk("prVt", Secrets.bytesIn("private.chunk"))
			.toBytes();
		return Secrets.join(file, SecretBlocks.film());
	}

	/** As ImageMagick writes them: name, length and hexadecimal digits. */
	private static byte[] rawProfile(String name, byte[] profile) {
		byte[] text = Secrets.join(Secrets.ascii("\n" + name + "\n    " + profile.length + "\n"), hexadecimal(profile));
		return Secrets.join(Secrets.ascii("Raw profile type " + name + "\0\0"), deflated(text));
	}

	private static byte[] hexadecimal(byte[] bytes) {
		return Secrets.ascii(HexFormat.of().formatHex(bytes));
	}

	private static byte[] deflated(byte[] bytes) {
		ByteArrayOutputStream deflated = new ByteArrayOutputStream();
		try (DeflaterOutputStream deflater = new DeflaterOutputStream(deflated)) {
			deflater.write(bytes);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return deflated.toByteArray();
	}

	static byte[] webp() {
		byte[] still = still();
		byte[] size = { BOTH, 0, 0, 0, (byte) (WIDTH - 1), (byte) (WIDTH - 1 >> 8), 0, (byte) (HEIGHT - 1), 0, 0 };
		byte[] content = Secrets.join(chunk("VP8X", size), Arrays.copyOfRange(still, RIFF_HEADER, still.length),
				chunk("EXIF", SecretBlocks.exif().toBytes()), chunk("XMP ", SecretBlocks.xmpBytes()),
				chunk("ODDX", Secrets.bytesIn("private.chunk")));
		byte[] header = ByteBuffer.allocate(RIFF_HEADER)
			.order(ByteOrder.LITTLE_ENDIAN)
			.put(Secrets.ascii("RIFF"))
			.putInt(4 + content.length)
			.put(Secrets.ascii("WEBP"))
			.array();
		return Secrets.join(header, content, SecretBlocks.film());
	}

	private static byte[] still() {
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		try {
			if (!ImageIO.write(TestPictures.asymmetric(WIDTH, HEIGHT), "webp", file)) {
				throw new IllegalStateException("There is no writer for WebP");
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return file.toByteArray();
	}

	private static byte[] chunk(String type, byte[] content) {
		return ByteBuffer.allocate(8 + content.length + (content.length & 1))
			.order(ByteOrder.LITTLE_ENDIAN)
			.put(Secrets.ascii(type))
			.putInt(content.length)
			.put(content)
			.array();
	}

}
