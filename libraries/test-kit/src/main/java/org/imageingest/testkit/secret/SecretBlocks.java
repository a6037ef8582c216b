package org.imageingest.testkit.secret;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import org.imageingest.testkit.TestExif;
import org.imageingest.testkit.TestJpeg;

/**
 * Blocks of metadata that formats have in common, full of secrets.
 */
final class SecretBlocks {

	private static final int WINDOWS_AUTHOR = 0x9C9D;

	private static final int RECORD = 2;

	private SecretBlocks() {
	}

	/** EXIF with a maker's note and a thumbnail that has EXIF of its own. */
	static TestExif exif() {
		byte[] thumbnail = TestJpeg.jpeg(16, 12)
			.exif(position().bodySerialNumber(Secrets.in("thumbnail.serial")).makerNote(Secrets.in("thumbnail.note")))
			.comment(Secrets.in("thumbnail.comment"))
			.toBytes();
		return position().camera("Testcam", "T1")
			.dateTimeOriginal("2024:06:15 14:30:00")
			.bodySerialNumber(Secrets.in("serial.exif"))
			.ownerName(Secrets.in("owner.exif"))
			.artist(Secrets.in("owner.artist"))
			.block(WINDOWS_AUTHOR, Secrets.in("owner.windows").getBytes(StandardCharsets.UTF_16LE))
			.description(Secrets.in("descriptive.exif-caption"))
			.copyright(Secrets.in("descriptive.exif-copyright"))
			.makerNote(Secrets.in("maker.note"))
			.userComment(Secrets.in("comment.user"))
			.privateTag(Secrets.in("private.exif"))
			.thumbnail(thumbnail);
	}

	static TestExif position() {
		return TestExif.exif().position(Secrets.LATITUDE, Secrets.LONGITUDE);
	}

	/** XMP with names that are known and names that are not. */
	static String xmp() {
		return """
				<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">
				<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
				xmlns:exif="http://ns.adobe.com/exif/1.0/" xmlns:aux="http://ns.adobe.com/exif/1.0/aux/"
				xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"
				xmlns:odd="http://odd.example/names/" exif:GPSLatitude="71,17.43672N" exif:GPSLongitude="156,47.31882W"
				aux:SerialNumber="%s" aux:OwnerName="%s" photoshop:City="%s" odd:WhereItWas="%s" odd:p="71.290612 -156.788647">
				<dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
				<dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>
				<dc:subject><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:subject>
				</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>"""
			.formatted(Secrets.in("serial.xmp"), Secrets.in("owner.xmp"), Secrets.in("place.xmp-city"),
					Secrets.in("place.xmp-odd"), Secrets.in("descriptive.xmp-title"), Secrets.in("owner.xmp-creator"),
					Secrets.in("descriptive.xmp-keyword"));
	}

	static byte[] xmpBytes() {
		return xmp().getBytes(StandardCharsets.UTF_8);
	}

	/** Records of IPTC: keyword, by-line, city, caption. */
	static byte[] iptc() {
		return Secrets.join(record(25, "descriptive.iptc-keyword"), record(80, "owner.iptc"),
				record(90, "place.iptc-city"), record(120, "descriptive.iptc-caption"));
	}

	private static byte[] record(int number, String place) {
		byte[] text = Secrets.bytesIn(place);
		return Secrets.join(new byte[] { 0x1C, RECORD, (byte) number, 0, (byte) text.length }, text);
	}

	/** A resource of Photoshop with these records. */
	static byte[] photoshop() {
		byte[] iptc = iptc();
		return Secrets.join(Secrets.ascii("8BIM"), new byte[] { 4, 4, 0, 0 },
				ByteBuffer.allocate(4).putInt(iptc.length).array(), iptc, new byte[iptc.length & 1]);
	}

	/** A film as telephones put it behind a photo. */
	static byte[] film() {
		byte[] place = Secrets.join(new byte[] { 0, 18, 0, 0 }, Secrets.ascii("+71.2906-156.7886/"));
		return Secrets.join(box("ftyp", Secrets.ascii("mp42\0\0\0\0mp42")),
				box("moov", box("udta", box("\u00a9xyz", place))), box("mdat", Secrets.bytesIn("film.data")));
	}

	static byte[] box(String type, byte[]... contents) {
		byte[] content = Secrets.join(contents);
		return ByteBuffer.allocate(8 + content.length)
			.putInt(8 + content.length)
			.put(Secrets.ascii(type))
			.put(content)
			.array();
	}

}
