package org.imageingest.engine.privacy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.CRC32;

import javax.imageio.ImageIO;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.ExifThumbnailDirectory;
import com.drew.metadata.exif.GpsDirectory;
import com.drew.metadata.iptc.IptcDirectory;
import com.drew.metadata.jpeg.JpegCommentDirectory;
import com.drew.metadata.photoshop.PhotoshopDirectory;
import com.drew.metadata.xmp.XmpDirectory;
import org.imageingest.engine.ImageLimits;
import org.imageingest.engine.MetadataPolicy;
import org.imageingest.engine.format.ImageFormat;
import org.imageingest.engine.header.HeaderProbe;
import org.imageingest.engine.header.ImageHeader;
import org.imageingest.engine.metadata.MetadataReader;
import org.imageingest.engine.metadata.PhotoMetadata;
import org.imageingest.engine.privacy.LocationRemoval.Outcome;
import org.imageingest.model.problem.ProblemException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/**
 * Real photos without their location: the same picture, the same camera, date and
 * orientation, and nothing else. The files are not part of the repository; without them
 * this is skipped.
 */
class StrippedCorpusTests {

	private static final Path CORPUS = Path.of(System.getProperty("corpus.dir", "../../../shared/corpus"));

	private static final Set<String> KINDS = Set.of("jpeg", "png", "webp");

	private static final Duration LIMIT = Duration.ofSeconds(60);

	@TempDir
	private Path directory;

	@TestFactory
	Stream<DynamicTest> everyPictureOfTheCorpusStaysTheSame() throws IOException {
		Path manifest = CORPUS.resolve("manifest.jsonl");
		if (!Files.exists(manifest)) {
			return Stream
				.of(DynamicTest.dynamicTest("no corpus", () -> Assumptions.abort("No photo corpus at " + CORPUS)));
		}
		JsonMapper mapper = new JsonMapper();
		return Files.readAllLines(manifest)
			.stream()
			.map(mapper::readTree)
			.filter((row) -> KINDS.contains(row.get("kind").asString()))
			.map((row) -> CORPUS.resolve(row.get("path").asString()))
			.map((file) -> DynamicTest.dynamicTest(CORPUS.relativize(file).toString(),
					() -> assertTimeoutPreemptively(LIMIT, () -> verify(file))));
	}

	private void verify(Path file) throws IOException {
		PhotoMetadata told = told(file);
		if (told == null) {
			Assumptions.abort("Refused before anything is made of it");
		}
		ImageFormat format = header(file).format();
		Path copy = this.directory.resolve("copy");
		Files.deleteIfExists(copy);
		Outcome outcome = LocationRemoval.remove(file, format, told.kept().orientation(), copy);
		if (outcome != Outcome.REMOVED) {
			assertThat(copy).doesNotExist();
			assertThat(outcome == Outcome.NOTHING_FOUND && told.mayTellLocation() && !told.damaged()).isFalse();
			return;
		}
		assertThat(pixels(copy)).isEqualTo(pixels(file));
		PhotoMetadata left = Objects.requireNonNull(told(copy));
		if (file.startsWith(CORPUS.resolve("hostile"))) {
			// Blocks that cannot be followed go, but for the orientation
			assertThat(left.kept().orientation()).isEqualTo(told.kept().orientation());
		}
		else {
			assertThat(left.kept()).isEqualTo(told.kept());
		}
		assertThat(left.mayTellLocation()).isFalse();
		Path again = Files.createTempDirectory(this.directory, "again").resolve("copy");
		assertThat(LocationRemoval.remove(copy, format, told.kept().orientation(), again))
			.isEqualTo(Outcome.NOTHING_FOUND);
		assertNothingIsTold(copy);
	}

	/** What metadata-extractor finds by itself. */
	private static void assertNothingIsTold(Path copy) throws IOException {
		Metadata metadata;
		try {
			metadata = ImageMetadataReader.readMetadata(copy.toFile());
		}
		catch (ImageProcessingException ex) {
			throw new AssertionError("It can be read no more", ex);
		}
		assertThat(metadata.getDirectories()).noneMatch((directory) -> directory instanceof GpsDirectory
				|| directory instanceof ExifThumbnailDirectory || directory instanceof XmpDirectory
				|| directory instanceof IptcDirectory || directory instanceof PhotoshopDirectory
				|| directory instanceof JpegCommentDirectory || isMakerNote(directory));
		assertThat(Stream.of(ExifIFD0Directory.class, ExifSubIFDDirectory.class)
			.flatMap((type) -> metadata.getDirectoriesOfType(type).stream()))
			.noneMatch((directory) -> directory.containsTag(ExifDirectoryBase.TAG_MAKERNOTE)
					|| directory.containsTag(ExifDirectoryBase.TAG_USER_COMMENT));
	}

	private static boolean isMakerNote(Directory directory) {
		return directory.getClass().getPackageName().endsWith("makernotes");
	}

	private static @Nullable PhotoMetadata told(Path file) throws IOException {
		try {
			return MetadataReader.read(file, header(file), MetadataPolicy.standard());
		}
		catch (ProblemException ex) {
			return null;
		}
	}

	private static ImageHeader header(Path file) throws IOException {
		return HeaderProbe.probe(file, ImageLimits.standard());
	}

	/** Size and checksum of the pixels as decoded, if they can be. */
	private static List<Object> pixels(Path file) {
		try {
			BufferedImage image = ImageIO.read(file.toFile());
			CRC32 checksum = new CRC32();
			int[] row = new int[image.getWidth()];
			ByteBuffer bytes = ByteBuffer.allocate(4 * row.length);
			for (int y = 0; y < image.getHeight(); y++) {
				bytes.asIntBuffer().put(image.getRGB(0, y, row.length, 1, row, 0, row.length));
				checksum.update(bytes.array());
			}
			return List.of(image.getWidth(), image.getHeight(), checksum.getValue());
		}
		catch (IOException | RuntimeException ex) {
			return List.of("broken");
		}
	}

}
