package org.imageingest.engine.render;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.imageingest.engine.MetadataPolicy;
import org.imageingest.engine.PhotoRun;
import org.imageingest.engine.TestEngine;
import org.imageingest.model.recipe.Recipe;
import org.imageingest.model.recipe.Variant;
import org.imageingest.model.recipe.VariantFormat;
import org.imageingest.testkit.TestPictures;
import org.imageingest.testkit.TestPng;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import java.awt.image.BufferedImage;

import javax.imageio.ImageIO;

import static org.assertj.core.api.Assertions.assertThat;

@ParameterizedClass(name = "{0}")
@EnumSource(TestEngine.class)
class AlphaTests {

	private static final Recipe SMALL = new Recipe(1, List.of(new Variant("small", VariantFormat.JPEG, 100, 95, 4)));

	private final TestEngine engine;

	@TempDir
	Path directory;

	AlphaTests(TestEngine engine) {
		this.engine = engine;
	}

	/**
	 * Red discs among green pixels that are not to be seen: an average that counted those
	 * would have green in it.
	 */
	@Test
	void hiddenPixelsDoNotShowAtTheEdgesOfWhatIsSeen() throws IOException {
		byte[] photo = TestPng.png(TestPictures.hiddenGround(400, 400, new Color(220, 30, 30), Color.GREEN)).toBytes();

		PhotoRun run = this.engine.run(photo, this.directory, SMALL, MetadataPolicy.standard());

		BufferedImage made = ImageIO.read(run.variant("small").toFile());
		for (int y = 0; y < made.getHeight(); y++) {
			for (int x = 0; x < made.getWidth(); x++) {
				Color colour = new Color(made.getRGB(x, y));
				assertThat(colour.getGreen() - colour.getBlue()).as("%s at %d, %d", colour, x, y).isBetween(-25, 25);
			}
		}
	}

}
