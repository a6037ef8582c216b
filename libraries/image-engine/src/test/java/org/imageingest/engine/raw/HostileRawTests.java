package org.imageingest.engine.raw;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.imageingest.engine.EngineWarnings;
import org.imageingest.engine.ImageLimits;
import org.imageingest.engine.MetadataPolicy;
import org.imageingest.engine.PhotoRun;
import org.imageingest.engine.TestEngine;
import org.imageingest.engine.format.ImageFormat;
import org.imageingest.model.problem.ProblemException;
import org.imageingest.model.recipe.Recipe;
import org.imageingest.testkit.RawFile;
import org.imageingest.testkit.TestJpeg;
import org.imageingest.testkit.TestRaw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * RAWs that lie about what is in them.
 */
@Timeout(30)
class HostileRawTests {

	private static final byte[] CR2_HEAD = { 'I', 'I', 42, 0, 0, 0, 0, 0, 'C', 'R', 2, 0, 0, 0, 0, 0 };

	@TempDir
	Path directory;

	private final RawFile file = new RawFile(ByteOrder.LITTLE_ENDIAN, CR2_HEAD);

	@Test
	void offsetsBehindTheEndAreNoPlaces() throws IOException {
		int first = this.file.append(strip(100_000_000, 50_000).number(0x201, -16).number(0x202, 64), 0);

		assertThat(find(this.file.toBytes(first))).isEmpty();
	}

	@Test
	void lengthsThatReachBehindTheEndAreNoPlaces() throws IOException {
		byte[] jpeg = TestJpeg.jpeg(400, 300).toBytes();
		int at = this.file.append(jpeg);

		assertThat(find(this.file.toBytes(this.file.append(strip(at, -1), 0)))).isEmpty();
	}

	@Test
	void directoriesThatPointToEachOtherAreReadOnce() throws IOException {
		byte[] jpeg = TestJpeg.jpeg(400, 300).toBytes();
		int at = this.file.append(jpeg);
		int own = this.file.end();
		this.file.append(strip(at, jpeg.length).number(0x14A, own).number(0x8769, own), own);

		assertThat(find(this.file.toBytes(own))).extracting(EmbeddedPreview::width).containsExactly(400);
	}

	@Test
	void hugeCountsAreNotBelieved() throws IOException {
		byte[] jpeg = TestJpeg.jpeg(400, 300).toBytes();
		int at = this.file.append(jpeg);
		int first = this.file
			.append(strip(at, jpeg.length).entry(0x14A, 4, Integer.MAX_VALUE, 8).entry(0x927C, 7, -1, 16), 0);

		assertThat(find(this.file.toBytes(first))).extracting(EmbeddedPreview::width).containsExactly(400);
	}

	@Test
	void directoryOfAllEntriesThereCanBeIsGivenUp() throws IOException {
		byte[] entries = new byte[2 + 12 * 65_535 + 4];
		entries[0] = (byte) 0xFF;
		entries[1] = (byte) 0xFF;

		assertThat(find(this.file.toBytes(this.file.append(entries)))).isEmpty();
	}

	@Test
	void pictureOfAnotherSizeThanTheDirectorySaysHasItsOwn() throws IOException {
		byte[] jpeg = TestJpeg.jpeg(400, 300).toBytes();
		int at = this.file.append(jpeg);
		int first = this.file.append(strip(at, jpeg.length).number(0x100, 9000).number(0x101, 6000), 0);

		assertThat(find(this.file.toBytes(first))).singleElement()
			.isEqualTo(new EmbeddedPreview(at, jpeg.length, 400, 300, false));
	}

	@Test
	void pictureThatClaimsMorePixelsThanTheLimitGivesWayToASmallerOne() throws IOException {
		byte[] large = TestJpeg.jpeg(400, 300).toBytes();
		claim(large, 60_000, 60_000);
		byte[] small = TestJpeg.jpeg(320, 240).toBytes();
		int first = this.file.append(large);
		int second = this.file.append(small);
		int directory = this.file.append(strip(first, large.length).number(0x201, second).number(0x202, small.length),
				0);

		assertThat(find(this.file.toBytes(directory))).extracting(EmbeddedPreview::width).containsExactly(320);
	}

	@Test
	void pictureThatClaimsMoreThanItHoldsGivesWayToASmallerOne() throws IOException {
		byte[] large = TestJpeg.jpeg(400, 300).toBytes();
		claim(large, 4000, 3000);
		byte[] small = TestJpeg.jpeg(320, 240).toBytes();
		int first = this.file.append(large);
		int second = this.file.append(small);
		int directory = this.file.append(strip(first, large.length).number(0x201, second).number(0x202, small.length),
				0);

		PhotoRun run = TestEngine.PORTABLE.run(this.file.toBytes(directory), this.directory, Recipe.standard(),
				MetadataPolicy.standard());

		assertThat(run.result().variants()).hasSize(4).anyMatch((variant) -> variant.width() == 320);
		assertThat(run.result().warnings()).containsExactly(EngineWarnings.PREVIEW_SMALLER_THAN_VARIANTS);
		assertThat(this.directory.toFile().list()).hasSize(5);
	}

	@Test
	void losslessAndTwelveBitPicturesAreNotTaken() throws IOException {
		byte[] lossless = TestJpeg.jpeg(400, 300).toBytes();
		lossless[frame(lossless) + 1] = (byte) 0xC3;
		byte[] deep = TestJpeg.jpeg(400, 300).toBytes();
		deep[frame(deep) + 4] = 12;

		assertThat(find(TestRaw.CR2.with(lossless, 1))).isEmpty();
		assertThat(find(TestRaw.CR2.with(deep, 1))).isEmpty();
	}

	@Test
	void pictureOfTooManyScansIsNotTaken() throws IOException {
		byte[] jpeg = TestJpeg.jpeg(400, 300).progressive().toBytes();
		ImageLimits limits = new ImageLimits(1_000_000, 1000, 1, 3);

		assertThat(find(TestRaw.CR2.with(jpeg, 1))).hasSize(1);
		assertThat(RawPreviews.find(write(TestRaw.CR2.with(jpeg, 1)), ImageFormat.CR2, limits)).isEmpty();
	}

	@Test
	void placesThatOverlapAreEachLookedAtOnce() throws IOException {
		byte[] jpeg = TestJpeg.jpeg(400, 300).toBytes();
		int at = this.file.append(jpeg);
		int first = this.file.append(strip(at, jpeg.length).number(0x201, at).number(0x202, jpeg.length - 1), 0);

		assertThat(find(this.file.toBytes(first))).hasSize(1);
	}

	@Test
	void boxesInsideOfBoxesEndSomewhere() throws IOException {
		ByteBuffer boxes = ByteBuffer.allocate(800_016);
		boxes.putInt(16).put(new byte[] { 'f', 't', 'y', 'p', 'c', 'r', 'x', ' ', 0, 0, 0, 1 });
		while (boxes.remaining() >= 8) {
			boxes.putInt(boxes.remaining()).put(new byte[] { 'm', 'o', 'o', 'v' });
		}

		assertThat(RawPreviews.find(write(boxes.array()), ImageFormat.CR3, ImageLimits.standard())).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(TestRaw.class)
	void noDamageEndsInAnythingButAResultOrAProblem(TestRaw maker) throws IOException {
		byte[] whole = maker.with(TestJpeg.jpeg(240, 160).toBytes(), 1);
		Random random = new Random(maker.ordinal());
		int results = 0;
		int runs = 150;
		for (int i = 0; i < runs; i++) {
			byte[] damaged = (i % 3 == 0) ? Arrays.copyOf(whole, random.nextInt(16, whole.length)) : whole.clone();
			for (int flips = 0; flips < i % 8; flips++) {
				// Mostly in the structure, which stands at both ends
				int place = random.nextInt(Math.min(400, damaged.length));
				damaged[random.nextBoolean() ? place : damaged.length - 1 - place] = (byte) random.nextInt(256);
			}
			try {
				assertThat(
						TestEngine.PORTABLE.run(damaged, this.directory, Recipe.standard(), MetadataPolicy.standard())
							.result())
					.isNotNull();
				results++;
			}
			catch (ProblemException ex) {
				assertThat(ex.problem().status()).isIn(415, 422);
			}
		}
		assertThat(results).isBetween(1, runs);
		assertThat(this.directory.toFile().list()).hasSizeLessThanOrEqualTo(5);
	}

	private RawFile.Directory strip(int at, int length) {
		return this.file.directory().small(0x103, 6).number(0x111, at).number(0x117, length);
	}

	private List<EmbeddedPreview> find(byte[] raw) throws IOException {
		return RawPreviews.find(write(raw), ImageFormat.CR2, ImageLimits.standard());
	}

	private Path write(byte[] raw) throws IOException {
		return Files.write(this.directory.resolve("raw"), raw);
	}

	private static void claim(byte[] jpeg, int width, int height) {
		ByteBuffer.wrap(jpeg).putShort(frame(jpeg) + 5, (short) height).putShort(frame(jpeg) + 7, (short) width);
	}

	/** Where the frame header stands. */
	private static int frame(byte[] jpeg) {
		int at = 2;
		while (jpeg[at + 1] != (byte) 0xC0) {
			at += 2 + ((jpeg[at + 2] & 0xFF) << 8 | jpeg[at + 3] & 0xFF);
		}
		return at;
	}

}
