package org.imageingest.engine.render;

import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;

import javax.imageio.ImageIO;

import org.imageingest.engine.PhotoRun;
import org.imageingest.engine.RenderedVariant;
import org.imageingest.engine.TestEngine;
import org.imageingest.testkit.Ciede2000;
import org.imageingest.testkit.ColourDifference;
import org.imageingest.testkit.TestPictures;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imageingest.testkit.ImageAssert.assertThatImage;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

/**
 * Each format, turned in each way, in each variant: beside the picture that was to be
 * seen, made smaller by the means of Java 2D.
 */
@ParameterizedClass(name = "{0}")
@EnumSource(TestEngine.class)
class OrientationTests {

	private static final int WIDTH = 400;

	private static final int HEIGHT = 250;

	private static final BufferedImage PICTURE = TestPictures.asymmetric(WIDTH, HEIGHT);

	private static final double SAME_STRUCTURE = 0.93;

	/** Chroma of a quarter of the pixels, at edges; means of areas beside Lanczos. */
	private static final ColourDifference SAME_COLOURS = new ColourDifference(1.5, 40);

	private final TestEngine engine;

	@TempDir
	Path directory;

	OrientationTests(TestEngine engine) {
		this.engine = engine;
	}

	/** A diagonal of the matrix: each format, and each way of turning more than once. */
	@ParameterizedTest
	@EnumSource
	void everyFormatStandsUpright(OrientedFile format) throws IOException {
		verify(format, 1 + (3 * format.ordinal() + this.engine.ordinal()) % 8);
	}

	@Tag("matrix")
	@ParameterizedTest
	@EnumSource
	void everyFormatStandsUprightHoweverItIsTurned(OrientedFile format) throws IOException {
		for (int orientation = 1; orientation <= 8; orientation++) {
			verify(format, orientation);
		}
	}

	private void verify(OrientedFile format, int turned) throws IOException {
		int orientation = format.turns() ? turned : 1;
		byte[] photo = format.of(TestPictures.asStored(PICTURE, orientation), orientation,
				new OrientedFile.VipsSource(this.directory));
		PhotoRun run = this.engine.run(photo, this.directory);
		assumeFalse(run.result().warnings().contains("format-needs-native-engine"), "Not with this engine");
		assertThat(run.result().warnings()).doesNotContain("colour-profile-ignored");
		if (!run.result().format().isRaw()) {
			// The size of a RAW is that of the picture that is not decoded.
			assertThat(run.result().metadata().width()).isEqualTo(WIDTH);
			assertThat(run.result().metadata().height()).isEqualTo(HEIGHT);
		}
		assertThat(run.result().variants()).extracting((variant) -> variant.variant().name())
			.containsExactly("thumbnail", "thumbnail_legacy", "web", "web_legacy");
		for (RenderedVariant variant : run.result().variants()) {
			boolean small = variant.variant().name().startsWith("thumbnail");
			BufferedImage expected = small ? smaller(300, 188) : PICTURE;
			assertThatImage(variant.file()).isUpright().looksLike(expected, SAME_STRUCTURE);
			ColourDifference difference = Ciede2000.between(ImageIO.read(variant.file().toFile()), expected);
			assertThat(difference.isWithin(SAME_COLOURS))
				.as("%s turned %d, %s: %s, at most %s", format, orientation, variant.variant().name(), difference,
						SAME_COLOURS)
				.isTrue();
		}
	}

	private static BufferedImage smaller(int width, int height) {
		BufferedImage smaller = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		smaller.createGraphics()
			.drawImage(PICTURE.getScaledInstance(width, height, Image.SCALE_AREA_AVERAGING), 0, 0, null);
		return smaller;
	}

}
