package org.imageingest.testkit.secret;

import java.nio.charset.StandardCharsets;

import org.imageingest.testkit.TestJpeg;

/**
 * Secrets in the segments of a JPEG, in a second picture and in a film behind its end.
 */
final class PlantedJpeg {

	private PlantedJpeg() {
	}

	static byte[] file() {
		String guid = "0123456789ABCDEF0123456789ABCDEF";
		byte[] first = TestJpeg.jpeg(320, 240)
			.exif(SecretBlocks.exif())
			.exif(SecretBlocks.position().bodySerialNumber(Secrets.in("serial.second-exif")))
			.application(1, "http://ns.adobe.com/xap/1.0/\0", SecretBlocks.xmpBytes())
			.application(1, "http://ns.adobe.com/xmp/extension/\0" + guid + "\0\0\0\0\0\0\0\0", SecretBlocks.xmpBytes())
			.application(1, "http://odd.example/xmp/\0", SecretBlocks.xmpBytes())
			.application(1, "", SecretBlocks.xmp().getBytes(StandardCharsets.UTF_16))
			.application(2, "MPF\0", Secrets.bytesIn("private.mpf"))
			.application(4, "", Secrets.bytesIn("private.segment"))
			.application(11, "JP", Secrets.bytesIn("private.jumbf"))
			.application(13, "Photoshop 3.0\0", SecretBlocks.photoshop())
			.comment(Secrets.in("comment.segment") + " 71.290612,-156.788647")
			.toBytes();
		byte[] second = TestJpeg.jpeg(32, 24)
			.exif(SecretBlocks.position().bodySerialNumber(Secrets.in("serial.second-picture")))
			.toBytes();
		return Secrets.join(first, second, SecretBlocks.film());
	}

}
