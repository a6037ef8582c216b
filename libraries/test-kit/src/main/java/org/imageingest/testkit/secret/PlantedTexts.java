package org.imageingest.testkit.secret;

import java.util.Arrays;

import org.imageingest.testkit.TestBmp;
import org.imageingest.testkit.TestGif;
import org.imageingest.testkit.TestPictures;

/**
 * Secrets in formats that have little room for them.
 */
final class PlantedTexts {

	private static final int GIF_HEADER = 13;

	private static final int XMP_TRAILER = 258;

	private PlantedTexts() {
	}

	static byte[] gif() {
		byte[] gif = TestGif.screen(64, 48).frame(TestPictures.asymmetric(64, 48), 0, 0, "none").toBytes();
		int flags = gif[10];
		int tableEnd = GIF_HEADER + ((flags < 0) ? 3 << ((flags & 7) + 1) : 0);
		byte[] comment = Secrets.bytesIn("comment.gif");
		byte[] odd = Secrets.bytesIn("private.application");
		byte[] extensions = Secrets.join(new byte[] { 0x21, (byte) 0xFE, (byte) comment.length }, comment,
				new byte[] { 0, 0x21, (byte) 0xFF, 11 }, Secrets.ascii("XMP DataXMP"), SecretBlocks.xmpBytes(),
				xmpTrailer(), new byte[] { 0x21, (byte) 0xFF, 11 }, Secrets.ascii("ODDTHING1.0"),
				new byte[] { (byte) odd.length }, odd, new byte[1]);
		return Secrets.join(Arrays.copyOf(gif, tableEnd), extensions, Arrays.copyOfRange(gif, tableEnd, gif.length),
				SecretBlocks.film());
	}

	/** Leads who counts blocks to the end, wherever in the packet (XMP part 3, 1.1.2). */
	private static byte[] xmpTrailer() {
		byte[] trailer = new byte[XMP_TRAILER];
		trailer[0] = 1;
		for (int i = 1; i <= 256; i++) {
			trailer[i] = (byte) (256 - i);
		}
		return trailer;
	}

	static byte[] bmp() {
		return Secrets.join(TestBmp.plain(TestPictures.asymmetric(64, 48), 3, false), SecretBlocks.film());
	}

}
