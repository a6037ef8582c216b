package org.imageingest.engine.privacy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifInteropDirectory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.ExifThumbnailDirectory;
import com.drew.metadata.exif.GpsDirectory;
import com.drew.metadata.icc.IccDirectory;
import com.drew.metadata.jpeg.JpegCommentDirectory;
import com.drew.metadata.xmp.XmpDirectory;
import org.imageingest.engine.format.ImageFormat;
import org.imageingest.engine.privacy.LocationRemoval.Outcome;
import org.imageingest.testkit.TestExif;
import org.imageingest.testkit.TestJpeg;
import org.imageingest.testkit.TestPictures;
import org.imageingest.testkit.TestProfiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class JpegRewriterTests {

	private static final String SECRET = "Planted-47.3769N";

	@TempDir
	private Path directory;

	private Stripping stripping;

	@BeforeEach
	void start() {
		this.stripping = new Stripping(this.directory);
	}

	@Test
	void nothingPlantedStaysAndTheRestDoes() {
		byte[] photo = TestJpeg.jpeg(64, 48)
			.exif(camera().orientation(6)
				.adobeRgb()
				.position(47.3769, 8.5417)
				.makerNote(SECRET)
				.userComment(SECRET)
				.privateTag(SECRET)
				.thumbnail(SECRET.getBytes(StandardCharsets.US_ASCII)))
			.xmp(SECRET)
			.application(1, "http://ns.adobe.com/xmp/extension/\0", secret())
			.application(1, "QVCI\0", secret())
			.iptc(SECRET)
			.icc(TestProfiles.displayP3())
			.application(2, "MPF\0", secret())
			.application(4, "Maker\0", secret())
			.application(11, "JP", secret())
			.application(15, "", secret())
			.comment(SECRET)
			.toBytes();

		byte[] stripped = strip(photo);

		assertThat(Stripping.text(stripped)).doesNotContain("Planted").doesNotContain(secondsOfLatitude());
		assertThat(Stripping.text(photo)).contains(secondsOfLatitude());
		assertThat(Stripping.pixels(stripped)).isEqualTo(Stripping.pixels(photo));
		Metadata metadata = Stripping.metadata(stripped);
		ExifIFD0Directory main = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
		assertThat(main.getString(ExifIFD0Directory.TAG_MAKE)).isEqualTo("Maker");
		assertThat(main.getString(ExifIFD0Directory.TAG_MODEL)).isEqualTo("A model with a long name");
		assertThat(main.getString(ExifIFD0Directory.TAG_ORIENTATION)).isEqualTo("6");
		assertThat(metadata.getFirstDirectoryOfType(ExifSubIFDDirectory.class)
			.getString(ExifSubIFDDirectory.TAG_DATETIME_ORIGINAL)).isEqualTo("2024:06:15 14:30:00");
		assertThat(metadata.getFirstDirectoryOfType(ExifInteropDirectory.class)
			.getString(ExifInteropDirectory.TAG_INTEROP_INDEX)).isEqualTo("R03");
		assertThat(metadata.getFirstDirectoryOfType(IccDirectory.class)).isNotNull();
		assertThat(metadata.getDirectories())
			.noneMatch((directory) -> directory instanceof GpsDirectory || directory instanceof ExifThumbnailDirectory
					|| directory instanceof XmpDirectory || directory instanceof JpegCommentDirectory);
		assertThat(metadata.getDirectoriesOfType(ExifDirectoryBase.class)).isNotEmpty()
			.noneMatch((directory) -> directory.hasErrors());
	}

	@Test
	void everySegmentOfThePictureIsCopiedByteForByte() {
		TestJpeg picture = TestJpeg.jpeg(200, 100).restartMarks(3);
		byte[] plain = picture.toBytes();
		assertThat(strip(picture.comment(SECRET).toBytes())).isEqualTo(plain);
		TestJpeg progressive = TestJpeg.jpeg(200, 100).progressive().sampling(1, 1);
		byte[] plainProgressive = progressive.toBytes();
		assertThat(strip(progressive.xmp(SECRET).toBytes())).isEqualTo(plainProgressive);
	}

	@Test
	void aPhotoWithNothingToRemoveIsNotCopied() {
		assertThat(this.stripping.outcome(TestJpeg.jpeg(64, 48).toBytes(), ImageFormat.JPEG))
			.isEqualTo(Outcome.NOTHING_FOUND);
		byte[] clean = strip(TestJpeg.jpeg(64, 48).exif(camera().position(1, 2)).toBytes());
		assertThat(this.stripping.outcome(clean, ImageFormat.JPEG)).isEqualTo(Outcome.NOTHING_FOUND);
	}

	@Test
	void whateverFollowsThePictureGoes() {
		byte[] plain = TestJpeg.jpeg(64, 48).toBytes();
		assertThat(strip(JpegParts.join(plain, secret()))).isEqualTo(plain);
		assertThat(strip(JpegParts.join(plain, TestJpeg.jpeg(32, 16).comment(SECRET).toBytes()))).isEqualTo(plain);
	}

	@Test
	void aPictureWithoutAnEndIsClosedWhereAnotherStarts() {
		byte[] plain = TestJpeg.jpeg(64, 48).toBytes();
		byte[] open = JpegParts.part(plain, 0, plain.length - 2);
		assertThat(this.stripping.outcome(open, ImageFormat.JPEG)).isEqualTo(Outcome.NOTHING_FOUND);
		assertThat(strip(JpegParts.join(open, TestJpeg.jpeg(32, 16).comment(SECRET).toBytes()))).isEqualTo(plain);
	}

	@Test
	void segmentsBetweenScansGoToo() {
		byte[] plain = TestJpeg.jpeg(200, 100).progressive().toBytes();
		int secondScan = JpegParts.indexOf(plain, 0xDA, JpegParts.indexOf(plain, 0xDA, 0) + 1);
		byte[] photo = JpegParts.join(JpegParts.part(plain, 0, secondScan), JpegParts.segment(0xE4, SECRET),
				JpegParts.segment(0xFE, SECRET), JpegParts.part(plain, secondScan, plain.length));
		assertThat(strip(photo)).isEqualTo(plain);
	}

	@Test
	void strayBytesBetweenSegmentsGoAndFillBytesDoNoHarm() {
		byte[] plain = TestJpeg.jpeg(64, 48).toBytes();
		byte[] photo = JpegParts.join(JpegParts.part(plain, 0, 2), secret(), new byte[] { -1, -1, -1 },
				JpegParts.part(plain, 2, plain.length));
		assertThat(strip(photo)).isEqualTo(plain);
	}

	@Test
	void thumbnailsAreCutOffJfifAndItsFurtherPicturesGo() {
		byte[] plain = TestJpeg.jpeg(64, 48).toBytes();
		byte[] jfif = JpegParts.part(plain, 2, 20);
		byte[] withThumbnail = jfif.clone();
		withThumbnail[3] += 3;
		withThumbnail[16] = 1;
		withThumbnail[17] = 1;
		byte[] photo = JpegParts.join(JpegParts.part(plain, 0, 2), withThumbnail,
				"abc".getBytes(StandardCharsets.US_ASCII), JpegParts.segment(0xE0, "JFXX\0" + SECRET),
				JpegParts.part(plain, 20, plain.length));
		assertThat(strip(photo)).isEqualTo(plain);
	}

	@Test
	void theColoursThatAdobeTellsStay() {
		byte[] inks = TestJpeg.inks(16, 8, 10, 200, 30, 5, 2);
		byte[] photo = JpegParts.join(JpegParts.part(inks, 0, 2), JpegParts.segment(0xFE, SECRET),
				JpegParts.part(inks, 2, inks.length));
		assertThat(strip(photo)).isEqualTo(inks);
	}

	@Test
	void ofABrokenExifBlockOnlyTheOrientationStays() {
		byte[] broken = TestJpeg.jpeg(64, 48).application(1, "Exif\0\0", secret()).toBytes();
		Metadata turned = Stripping.metadata(this.stripping.strip(broken, ImageFormat.JPEG, 8));
		assertThat(turned.getDirectoriesOfType(ExifIFD0Directory.class)).singleElement()
			.satisfies((main) -> assertThat(main.getInt(ExifIFD0Directory.TAG_ORIENTATION)).isEqualTo(8))
			.satisfies((main) -> assertThat(main.getTagCount()).isEqualTo(1));
		assertThat(strip(broken)).isEqualTo(TestJpeg.jpeg(64, 48).toBytes());
	}

	@Test
	void onlyTheFirstExifBlockStays() {
		byte[] one = TestJpeg.jpeg(64, 48).exif(camera()).toBytes();
		byte[] two = TestJpeg.jpeg(64, 48).exif(camera()).exif(camera().position(1, 2)).toBytes();
		assertThat(strip(two)).isEqualTo(one);
	}

	@Test
	void largeSegmentsAndManyOfThemGo() {
		TestJpeg photo = TestJpeg.jpeg(TestPictures.asymmetric(64, 48));
		byte[] plain = photo.toBytes();
		assertThat(strip(photo.toBytes(3_000_000))).isEqualTo(plain);
	}

	@Test
	void whatIsCutOffBeforeItsPictureCannotBeDone() {
		byte[] plain = TestJpeg.jpeg(64, 48).exif(camera()).toBytes();
		assertThat(this.stripping.outcome(JpegParts.part(plain, 0, 100), ImageFormat.JPEG))
			.isEqualTo(Outcome.NOT_POSSIBLE);
		assertThat(this.stripping.outcome(JpegParts.join(JpegParts.part(plain, 0, 2), new byte[] { -1, (byte) 0xD9 }),
				ImageFormat.JPEG))
			.isEqualTo(Outcome.NOT_POSSIBLE);
	}

	private byte[] strip(byte[] photo) {
		return this.stripping.strip(photo, ImageFormat.JPEG);
	}

	private static TestExif camera() {
		return TestExif.exif().camera("Maker", "A model with a long name").dateTimeOriginal("2024:06:15 14:30:00");
	}

	/** 36.84 seconds of 47.3769 degrees, as a rational number. */
	private static String secondsOfLatitude() {
		return Stripping.text(new byte[] { 0, 5, (byte) 0x9F, 0x10, 0, 0, 0x27, 0x10 });
	}

	private static byte[] secret() {
		return SECRET.getBytes(StandardCharsets.US_ASCII);
	}

}
