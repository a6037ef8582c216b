package org.imageingest.engine.privacy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import javax.imageio.ImageIO;

import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.GpsDirectory;
import org.imageingest.engine.format.ImageFormat;
import org.imageingest.engine.privacy.LocationRemoval.Outcome;
import org.imageingest.testkit.TestExif;
import org.imageingest.testkit.TestPictures;
import org.imageingest.testkit.TestPng;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ChunkRewriterTests {

	private static final String SECRET = "Planted";

	@TempDir
	private Path directory;

	private Stripping stripping;

	@BeforeEach
	void start() {
		this.stripping = new Stripping(this.directory);
	}

	@Test
	void aPngKeepsItsPictureItsColoursAndTheHarmlessPartOfItsExif() {
		byte[] photo = JpegParts.join(png().chunk("gAMA", new byte[] { 0, 0, (byte) 0xB1, (byte) 0x8F })
			.exif(exif().position(47.3769, 8.5417))
			.text(SECRET)
			.chunk("zTXt", secret())
			.chunk("iTXt", secret())
			.chunk("prVt", secret())
			.toBytes(), secret());

		byte[] stripped = this.stripping.strip(photo, ImageFormat.PNG);

		assertThat(Stripping.text(stripped)).doesNotContain(SECRET).contains("gAMA");
		assertThat(Stripping.pixels(stripped)).isEqualTo(Stripping.pixels(photo));
		assertOnlyTheOrientationIsTold(Stripping.metadata(stripped));
		assertThat(this.stripping.outcome(stripped, ImageFormat.PNG)).isEqualTo(Outcome.NOTHING_FOUND);
	}

	@Test
	void aPngThatSaysNothingIsNotCopied() {
		assertThat(this.stripping.outcome(png().exif(exif()).toBytes(), ImageFormat.PNG))
			.isEqualTo(Outcome.NOTHING_FOUND);
	}

	@Test
	void ofAPngThatIsCutOffNothingCanBeDone() {
		assertThat(this.stripping.outcome(png().text(SECRET).truncated(0.9), ImageFormat.PNG))
			.isEqualTo(Outcome.NOT_POSSIBLE);
	}

	@Test
	void aWebpKeepsItsPictureAndTheHarmlessPartOfItsExif() throws IOException {
		byte[] photo = JpegParts.join(webp(0x0C, chunk("EXIF", exif().position(47.3769, 8.5417).toBytes()),
				chunk("XMP ", secret()), chunk("ABCD", secret())), secret());

		byte[] stripped = this.stripping.strip(photo, ImageFormat.WEBP);

		assertThat(Stripping.text(stripped)).doesNotContain(SECRET).doesNotContain("XMP ");
		assertThat(stripped[20]).isEqualTo((byte) 0x08);
		assertRiffSize(stripped);
		assertThat(Stripping.pixels(stripped)).isEqualTo(Stripping.pixels(photo));
		assertOnlyTheOrientationIsTold(Stripping.metadata(stripped));
		assertThat(this.stripping.outcome(stripped, ImageFormat.WEBP)).isEqualTo(Outcome.NOTHING_FOUND);
	}

	@Test
	void aWebpIsToldToHaveNoExifWhereNothingOfItIsLeft() throws IOException {
		byte[] photo = webp(0x08, chunk("EXIF", JpegParts.join("Exif\0\0".getBytes(StandardCharsets.US_ASCII),
				TestExif.exif().position(47.3769, 8.5417).toBytes())));

		byte[] stripped = this.stripping.strip(photo, ImageFormat.WEBP);

		assertThat(stripped).isEqualTo(webp(0x00));
		assertRiffSize(stripped);
	}

	@Test
	void aWebpThatSaysNothingIsNotCopied() throws IOException {
		assertThat(this.stripping.outcome(still(), ImageFormat.WEBP)).isEqualTo(Outcome.NOTHING_FOUND);
		assertThat(this.stripping.outcome(webp(0), ImageFormat.WEBP)).isEqualTo(Outcome.NOTHING_FOUND);
	}

	@Test
	void otherFormatsCannotBeDone() {
		assertThat(this.stripping.outcome(secret(), ImageFormat.HEIC)).isEqualTo(Outcome.NOT_POSSIBLE);
		assertThat(this.stripping.outcome(secret(), ImageFormat.NEF)).isEqualTo(Outcome.NOT_POSSIBLE);
	}

	private static void assertOnlyTheOrientationIsTold(Metadata metadata) {
		assertThat(metadata.getFirstDirectoryOfType(GpsDirectory.class)).isNull();
		assertThat(metadata.getFirstDirectoryOfType(ExifIFD0Directory.class))
			.satisfies((main) -> assertThat(main.getString(ExifIFD0Directory.TAG_ORIENTATION)).isEqualTo("6"))
			.satisfies((main) -> assertThat(main.getTagCount()).isEqualTo(1));
	}

	private static void assertRiffSize(byte[] file) {
		assertThat(ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(4)).isEqualTo(file.length - 8);
	}

	private static TestPng png() {
		return TestPng.png(TestPictures.asymmetric(64, 48));
	}

	private static TestExif exif() {
		return TestExif.exif().orientation(6);
	}

	/** A still of a single chunk. */
	private static byte[] still() throws IOException {
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		assertThat(ImageIO.write(TestPictures.asymmetric(64, 48), "webp", file)).isTrue();
		return file.toByteArray();
	}

	/** The extended form of it. */
	private static byte[] webp(int flags, byte[]... chunks) throws IOException {
		byte[] still = still();
		byte[] extended = chunk("VP8X", new byte[] { (byte) flags, 0, 0, 0, 63, 0, 0, 47, 0, 0 });
		byte[] content = JpegParts.join(extended, JpegParts.part(still, 12, still.length), JpegParts.join(chunks));
		return JpegParts.join(ByteBuffer.allocate(12)
			.order(ByteOrder.LITTLE_ENDIAN)
			.put("RIFF".getBytes(StandardCharsets.US_ASCII))
			.putInt(4 + content.length)
			.put("WEBP".getBytes(StandardCharsets.US_ASCII))
			.array(), content);
	}

	private static byte[] chunk(String type, byte[] content) {
		return ByteBuffer.allocate(8 + content.length + (content.length & 1))
			.order(ByteOrder.LITTLE_ENDIAN)
			.put(type.getBytes(StandardCharsets.US_ASCII))
			.putInt(content.length)
			.put(content)
			.array();
	}

	private static byte[] secret() {
		return SECRET.getBytes(StandardCharsets.US_ASCII);
	}

}
