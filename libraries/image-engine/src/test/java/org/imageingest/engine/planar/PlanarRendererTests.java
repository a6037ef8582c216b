package org.imageingest.engine.planar;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.imageingest.engine.LanczosReference;
import org.imageingest.engine.ImageLimits;
import org.imageingest.engine.MetadataPolicy;
import org.imageingest.engine.RenderedVariant;
import org.imageingest.engine.foreign.LibraryMissingException;
import org.imageingest.engine.header.HeaderProbe;
import org.imageingest.engine.header.ImageHeader;
import org.imageingest.engine.metadata.MetadataReader;
import org.imageingest.engine.metadata.PhotoMetadata;
import org.imageingest.engine.render.CorruptPictureException;
import org.imageingest.engine.render.RenderTask;
import org.imageingest.engine.render.SourcePicture;
import org.imageingest.engine.render.TargetSize;
import org.imageingest.engine.render.UnsupportedPictureException;
import org.imageingest.model.recipe.Recipe;
import org.imageingest.model.recipe.Variant;
import org.imageingest.model.recipe.VariantFormat;
import org.imageingest.testkit.TestExif;
import org.imageingest.testkit.TestJpeg;
import org.imageingest.testkit.TestPictures;
import org.imageingest.testkit.TestProfiles;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.imageingest.testkit.ImageAssert.assertThatImage;
import static org.junit.jupiter.api.Assumptions.abort;

class PlanarRendererTests {

	/** Below this an eye may see the difference to a picture made in double precision. */
	private static final double SAME_PICTURE = 0.97;

	private static final double VISIBLE = 3;

	private static PlanarRenderer renderer;

	@TempDir
	Path directory;

	@BeforeAll
	static void loadLibraries() {
		try {
			renderer = new PlanarRenderer();
		}
		catch (LibraryMissingException ex) {
			abort("The C libraries are not on this machine: " + ex.getMessage());
		}
	}

	@ParameterizedTest
	@CsvSource({ "1, 1", "2, 1", "2, 2", "1, 2", "4, 1" })
	void everySamplingIsTaken(int horizontal, int vertical) throws IOException {
		for (int odd = 0; odd < 2; odd++) {
			BufferedImage picture = TestPictures.asymmetric(640 + odd, 480 - odd);
			TestJpeg jpeg = TestJpeg.jpeg(picture).sampling(horizontal, vertical);
			verifyStandardVariants(picture, jpeg.toBytes());
			verifyStandardVariants(picture, jpeg.progressive().toBytes());
		}
	}

	private void verifyStandardVariants(BufferedImage picture, byte[] jpeg) throws IOException {
		List<RenderedVariant> variants = render(jpeg, Recipe.standard().variants(), 1);
		assertThat(variants).extracting((variant) -> variant.variant().name())
			.containsExactly("thumbnail", "thumbnail_legacy", "web", "web_legacy");
		assertThatImage(variants.get(2).file()).isWebp().looksLike(picture, SAME_PICTURE).isUpright();
		assertThatImage(variants.get(3).file()).isJpeg().looksLike(picture, SAME_PICTURE).isUpright();
		assertThatImage(variants.get(0).file()).isWebp().hasSize(300, variants.get(0).height()).isUpright();
		assertThatImage(variants.get(1).file()).isJpeg().hasSize(300, variants.get(0).height()).isUpright();
	}

	@ParameterizedTest
	@CsvSource({ "1, 1", "2, 2", "3, 2", "17, 5", "1, 700", "700, 1", "15, 999", "301, 299" })
	void everySizeIsTaken(int width, int height) throws IOException {
		for (int orientation : new int[] { 1, 3, 6 }) {
			byte[] jpeg = TestJpeg.jpeg(TestPictures.plain(width, height, new Color(200, 40, 90)))
				.exif(TestExif.exif().orientation(orientation))
				.toBytes();
			for (RenderedVariant variant : render(jpeg, Recipe.standard().variants(), 1)) {
				assertThat(Math.max(variant.width(), variant.height()))
					.isEqualTo(Math.min(Math.max(width, height), variant.variant().maxDimension()));
				assertThatImage(variant.file()).hasSize(variant.width(), variant.height())
					.hasColourAt(variant.width() / 2, variant.height() / 2, new Color(200, 40, 90), VISIBLE);
			}
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 4, 5, 6, 7, 8 })
	void everyOrientationStandsUprightInEverySampling(int orientation) throws IOException {
		for (int vertical = 1; vertical <= 2; vertical++) {
			BufferedImage upright = TestPictures.asymmetric(641, 401);
			byte[] jpeg = TestJpeg.jpeg(TestPictures.asStored(upright, orientation))
				.sampling(2, vertical)
				.exif(TestExif.exif().orientation(orientation))
				.toBytes();
			for (RenderedVariant variant : render(jpeg, Recipe.standard().variants(), 1)) {
				assertThatImage(variant.file()).isUpright();
			}
			assertThatImage(render(jpeg, List.of(variant(VariantFormat.JPEG, 641)), 1).getFirst().file())
				.looksLike(upright, SAME_PICTURE);
		}
	}

	@Test
	void greyStaysGrey() throws IOException {
		BufferedImage colour = TestPictures.asymmetric(640, 480);
		BufferedImage grey = new BufferedImage(640, 480, BufferedImage.TYPE_BYTE_GRAY);
		grey.getRaster().setSamples(0, 0, 640, 480, 0, colour.getRaster().getSamples(0, 0, 640, 480, 1, (int[]) null));
		BufferedImage expected = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
		for (int y = 0; y < 480; y++) {
			for (int x = 0; x < 640; x++) {
				expected.setRGB(x, y, grey.getRaster().getSample(x, y, 0) * 0x010101);
			}
		}
		for (RenderedVariant variant : render(TestJpeg.jpeg(grey).toBytes(),
				List.of(variant(VariantFormat.JPEG, 1920), new Variant("web", VariantFormat.WEBP, 1920, 90, 2)), 1)) {
			assertThatImage(variant.file()).looksLike(expected, SAME_PICTURE);
		}
	}

	/** Expected values were worked out from the primaries by hand. */
	@ParameterizedTest
	@CsvSource({ "180, 100, 60, 194, 97, 49", "128, 128, 128, 128, 128, 128", "90, 160, 100, 58, 163, 93" })
	void displayP3BecomesSrgb(int red, int green, int blue, int srgbRed, int srgbGreen, int srgbBlue)
			throws IOException {
		byte[] jpeg = TestJpeg.jpeg(TestPictures.plain(641, 481, new Color(red, green, blue)))
			.icc(TestProfiles.displayP3OfPhones())
			.toBytes();
		for (RenderedVariant variant : render(jpeg, Recipe.standard().variants(), 1)) {
			assertThatImage(variant.file()).hasColourAt(100, 100, new Color(srgbRed, srgbGreen, srgbBlue), VISIBLE);
		}
	}

	@Test
	void srgbProfileChangesNothing() throws IOException {
		BufferedImage picture = TestPictures.asymmetric(640, 480);
		List<Variant> web = List.of(variant(VariantFormat.JPEG, 1920));
		byte[] plain = Files.readAllBytes(render(TestJpeg.jpeg(picture).toBytes(), web, 1).getFirst().file());
		byte[] tagged = Files
			.readAllBytes(render(TestJpeg.jpeg(picture).icc(TestProfiles.srgb()).toBytes(), web, 1).getFirst().file());
		assertThat(tagged).isEqualTo(plain);
	}

	@Test
	void otherColoursAreLeftToOthers() {
		BufferedImage picture = TestPictures.asymmetric(64, 48);
		BufferedImage grey = new BufferedImage(64, 48, BufferedImage.TYPE_BYTE_GRAY);
		assertThatIsUnsupported(TestJpeg.jpeg(picture).icc(TestProfiles.adobeRgb()).toBytes());
		assertThatIsUnsupported(TestJpeg.jpeg(picture).icc(TestProfiles.displayP3()).toBytes());
		assertThatIsUnsupported(TestJpeg.jpeg(picture).exif(TestExif.exif().adobeRgb()).toBytes());
		assertThatIsUnsupported(TestJpeg.jpeg(grey).icc(TestProfiles.displayP3OfPhones()).toBytes());
		assertThatIsUnsupported(TestJpeg.inks(64, 48, 10, 20, 30, 0, 0));
		assertThatIsUnsupported(TestJpeg.inks(64, 48, 10, 20, 30, 0, 2));
		assertThatIsUnsupported(TestJpeg.jpeg(picture).icc(new byte[200]).toBytes());
	}

	@Test
	void pictureThatTheDecoderWarnsOfIsLeftToOthers() {
		assertThatIsUnsupported(TestJpeg.jpeg(TestPictures.photographic(640, 480)).truncated(0.7));
	}

	@Test
	void pictureThatStopsBeforeItsDataIsNeverMade() {
		byte[] jpeg = TestJpeg.jpeg(640, 480).toBytes();
		int scan = IntStream.range(0, jpeg.length - 1)
			.filter((i) -> jpeg[i] == (byte) 0xFF && jpeg[i + 1] == (byte) 0xDA)
			.findFirst()
			.orElseThrow();
		assertThatExceptionOfType(RuntimeException.class)
			.isThrownBy(() -> render(Arrays.copyOf(jpeg, scan), Recipe.standard().variants(), 1))
			.isInstanceOfAny(UnsupportedPictureException.class, CorruptPictureException.class);
	}

	@Test
	void twoThreadsMakeTheSameFilesAsOne() throws IOException {
		byte[] jpeg = TestJpeg.jpeg(TestPictures.photographic(1601, 1201)).toBytes();
		assertThat(contents(render(jpeg, Recipe.standard().variants(), 2)))
			.isEqualTo(contents(render(jpeg, Recipe.standard().variants(), 1)));
	}

	@Test
	void memoryOfOnePhotoLeavesNoTraceInTheNext() throws IOException {
		byte[] large = TestJpeg.jpeg(TestPictures.photographic(900, 700)).sampling(1, 1).toBytes();
		byte[] small = TestJpeg.jpeg(TestPictures.photographic(333, 211)).toBytes();
		List<Variant> recipe = Recipe.standard().variants();
		PlanarRenderer fresh = new PlanarRenderer();
		List<ByteBuffer> expected = contents(render(fresh, small, recipe, 1));
		for (int i = 0; i < 20; i++) {
			render(large, recipe, 1);
			assertThat(contents(render(small, recipe, 1))).isEqualTo(expected);
		}
	}

	@Test
	void manyThreadsDoNotDisturbEachOther() throws Exception {
		byte[] jpeg = TestJpeg.jpeg(TestPictures.photographic(801, 601)).toBytes();
		List<ByteBuffer> expected = contents(render(jpeg, Recipe.standard().variants(), 1));
		List<Callable<List<ByteBuffer>>> photos = new ArrayList<>();
		for (int i = 0; i < 12; i++) {
			photos.add(() -> contents(render(jpeg, Recipe.standard().variants(), 1)));
		}
		try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
			for (Future<List<ByteBuffer>> photo : threads.invokeAll(photos)) {
				assertThat(photo.get()).isEqualTo(expected);
			}
		}
	}

	@Test
	void farLargerPhotoIsHalvedWhileItIsDecodedWithoutLoss() throws IOException {
		BufferedImage picture = TestPictures.photographic(1600, 1200);
		byte[] jpeg = TestJpeg.jpeg(picture).toBytes();
		// A little more than a quarter is decoded whole, exactly a quarter is halved.
		for (int side : new int[] { 420, 400, 200, 100 }) {
			List<RenderedVariant> variants = render(jpeg,
					List.of(new Variant("small", VariantFormat.JPEG, side, 100, 2)), 1);
			assertThatImage(variants.getFirst().file()).looksLike(LanczosReference.resize(picture, side, side * 3 / 4),
					SAME_PICTURE);
		}
	}

	/** Halved to 801 x 203, which is another shape. */
	@Test
	void sizesAreCountedFromThePhotoAsStored() throws IOException {
		byte[] jpeg = TestJpeg.jpeg(TestPictures.plain(1601, 405, Color.GRAY)).toBytes();
		for (int side : new int[] { 400, 397, 398, 391 }) {
			RenderedVariant variant = render(jpeg, List.of(new Variant("small", VariantFormat.JPEG, side, 80, 2)), 1)
				.getFirst();
			assertThat(variant.height()).isEqualTo(TargetSize.fit(1601, 405, side).height());
			assertThat(variant.width()).isEqualTo(side);
		}
	}

	@Test
	void qualityAndEffortReachTheEncoders() throws IOException {
		byte[] jpeg = TestJpeg.jpeg(TestPictures.photographic(640, 480)).toBytes();
		List<RenderedVariant> variants = render(jpeg,
				List.of(new Variant("low", VariantFormat.JPEG, 640, 20, 0),
						new Variant("high", VariantFormat.JPEG, 640, 95, 0),
						new Variant("low_web", VariantFormat.WEBP, 640, 20, 2),
						new Variant("high_web", VariantFormat.WEBP, 640, 95, 2),
						new Variant("hard_web", VariantFormat.WEBP, 640, 95, 6)),
				1);
		List<Integer> sizes = contents(variants).stream().map(ByteBuffer::capacity).toList();
		assertThat(sizes.get(0)).isLessThan(sizes.get(1));
		assertThat(sizes.get(2)).isLessThan(sizes.get(3));
		assertThat(sizes.get(4)).isNotEqualTo(sizes.get(3));
	}

	private static Variant variant(VariantFormat format, int side) {
		return new Variant("full", format, side, 95, 2);
	}

	private void assertThatIsUnsupported(byte[] jpeg) {
		assertThatExceptionOfType(UnsupportedPictureException.class)
			.isThrownBy(() -> render(jpeg, Recipe.standard().variants(), 1));
	}

	private List<RenderedVariant> render(byte[] jpeg, List<Variant> variants, int threads) throws IOException {
		return render(renderer, jpeg, variants, threads);
	}

	private List<RenderedVariant> render(PlanarRenderer with, byte[] jpeg, List<Variant> variants, int threads)
			throws IOException {
		Path folder = Files.createTempDirectory(this.directory, "photo");
		Path photo = Files.write(folder.resolve("photo.jpg"), jpeg);
		ImageHeader header = HeaderProbe.probe(photo, ImageLimits.standard());
		PhotoMetadata metadata = MetadataReader.read(photo, header, MetadataPolicy.standard());
		LinkedHashSet<String> warnings = new LinkedHashSet<>();
		List<RenderedVariant> made = with.render(
				new SourcePicture(photo, header, metadata.colour(), metadata.kept().orientation(), warnings),
				new RenderTask(variants, folder, threads));
		assertThat(warnings).isEmpty();
		return made;
	}

	private static List<ByteBuffer> contents(List<RenderedVariant> variants) throws IOException {
		List<ByteBuffer> contents = new ArrayList<>();
		for (RenderedVariant variant : variants) {
			contents.add(ByteBuffer.wrap(Files.readAllBytes(variant.file())));
		}
		return contents;
	}

}
