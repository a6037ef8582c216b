package org.imageingest.engine.render;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.imageio.ImageIO;

import org.imageingest.engine.MetadataPolicy;
import org.imageingest.engine.PhotoRun;
import org.imageingest.engine.TestEngine;
import org.imageingest.engine.vips.VipsReference;
import org.imageingest.testkit.Ciede2000;
import org.imageingest.testkit.ColourDifference;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

/**
 * Colours of every hue beside what libvips makes of the same file.
 */
@ParameterizedClass(name = "{0}")
@EnumSource(TestEngine.class)
class ColourAccuracyTests {

	/** JPEG and WebP of 4:2:0 take the larger part of it. */
	private static final ColourDifference MOST = new ColourDifference(0.8, 3);

	private final TestEngine engine;

	@TempDir
	Path directory;

	ColourAccuracyTests(TestEngine engine) {
		this.engine = engine;
	}

	@ParameterizedTest
	@EnumSource
	void coloursAreThoseOfTheReference(ColourCase colours) throws IOException {
		VipsReference reference = VipsReference.orSkip();
		Path file = Files.write(this.directory.resolve("photo"), colours.file(reference, this.directory));

		PhotoRun run = this.engine.run(file, this.directory, PhotoRun.FULL_SIZE, MetadataPolicy.standard());

		assumeFalse(run.result().variants().isEmpty(), () -> "Not with this engine: " + run.result().warnings());
		assertThat(run.result().warnings()).isEmpty();
		BufferedImage expected = colours.expected(reference, file);
		assertNear(run.variant("full"), expected);
		assertNear(run.variant("full_alpha"), expected);
	}

	private static void assertNear(Path variant, BufferedImage expected) throws IOException {
		ColourDifference difference = Ciede2000.between(ImageIO.read(variant.toFile()), expected);
		assertThat(difference.isWithin(MOST)).as("%s, at most %s", difference, MOST).isTrue();
	}

}
