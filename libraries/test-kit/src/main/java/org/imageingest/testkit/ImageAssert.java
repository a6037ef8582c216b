package org.imageingest.testkit;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import javax.imageio.ImageIO;

import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;

/**
 * Assertions on encoded pictures.
 */
public final class ImageAssert extends AbstractAssert<ImageAssert, Path> {

	private static final double UPRIGHT_SSIM = 0.9;

	private static final double SAME_COLOUR = 8;

	private static final List<String> METADATA_MARKS = List.of("Exif\0\0", "http://ns.adobe.com", "xpacket", "xmpmeta",
			"ICC_PROFILE", "Photoshop 3.0", "8BIM");

	private final byte[] bytes;

	private final BufferedImage picture;

	private ImageAssert(Path file) {
		super(file, ImageAssert.class);
		try {
			this.bytes = Files.readAllBytes(file);
			this.picture = ImageIO.read(file.toFile());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Assertions.assertThat(this.picture).as("decoded %s", file).isNotNull();
	}

	/**
	 * Starts assertions on an encoded picture.
	 * @param file JPEG, PNG or WebP
	 * @return assertions
	 */
	public static ImageAssert assertThatImage(Path file) {
		return new ImageAssert(file);
	}

	public ImageAssert hasSize(int width, int height) {
		Assertions.assertThat(new int[] { this.picture.getWidth(), this.picture.getHeight() })
			.as("size of %s", this.actual)
			.containsExactly(width, height);
		return this;
	}

	public ImageAssert isJpeg() {
		Assertions.assertThat(this.bytes).as("start of %s", this.actual).startsWith(0xFF, 0xD8, 0xFF);
		return this;
	}

	public ImageAssert isWebp() {
		Assertions.assertThat(new String(this.bytes, 0, 12, StandardCharsets.ISO_8859_1))
			.as("start of %s", this.actual)
			.startsWith("RIFF")
			.endsWith("WEBP");
		return this;
	}

	/**
	 * Verifies that the picture looks like another one of its size.
	 * @param reference the other one
	 * @param ssim least structural similarity
	 * @return this
	 */
	public ImageAssert looksLike(BufferedImage reference, double ssim) {
		hasSize(reference.getWidth(), reference.getHeight());
		Assertions.assertThat(Ssim.of(this.picture, reference))
			.as("similarity of %s", this.actual)
			.isGreaterThanOrEqualTo(ssim);
		return this;
	}

	/**
	 * Verifies that the asymmetric picture stands upright: in its structure and in the
	 * colour of each quarter.
	 * @return this
	 */
	public ImageAssert isUpright() {
		int width = this.picture.getWidth();
		int height = this.picture.getHeight();
		looksLike(TestPictures.asymmetric(width, height), UPRIGHT_SSIM);
		hasColourAt(width / 8, height / 8, TestPictures.TOP_LEFT, SAME_COLOUR);
		hasColourAt(width * 7 / 8, height / 8, TestPictures.TOP_RIGHT, SAME_COLOUR);
		hasColourAt(width / 8, height * 7 / 8, TestPictures.BOTTOM_LEFT, SAME_COLOUR);
		return hasColourAt(width * 7 / 8, height * 7 / 8, TestPictures.BOTTOM_RIGHT, SAME_COLOUR);
	}

	/**
	 * Verifies the colour of a pixel.
	 * @param x column
	 * @param y row
	 * @param colour expected colour in sRGB
	 * @param deltaE how far off it may be
	 * @return this
	 */
	public ImageAssert hasColourAt(int x, int y, Color colour, double deltaE) {
		Color found = new Color(this.picture.getRGB(x, y));
		Assertions.assertThat(DeltaE.of(found, colour))
			.as("distance of %s from %s at %d, %d of %s", found, colour, x, y, this.actual)
			.isLessThanOrEqualTo(deltaE);
		return this;
	}

	/**
	 * Verifies the opacity of a pixel.
	 * @param x column
	 * @param y row
	 * @param alpha 0 to 255
	 * @return this
	 */
	public ImageAssert hasAlphaAt(int x, int y, int alpha) {
		Assertions.assertThat(this.picture.getRGB(x, y) >>> 24)
			.as("alpha at %d, %d of %s", x, y, this.actual)
			.isCloseTo(alpha, Assertions.within(3));
		return this;
	}

	/**
	 * Verifies that neither a block of metadata nor any planted text is in the file.
	 * @param planted texts that were in the source
	 * @return this
	 */
	public ImageAssert hasNoMetadata(String... planted) {
		String content = new String(this.bytes, StandardCharsets.ISO_8859_1);
		for (String mark : METADATA_MARKS) {
			Assertions.assertThat(content.contains(mark)).as("%s contains %s", this.actual, mark).isFalse();
		}
		for (String text : planted) {
			Assertions.assertThat(content.contains(text)).as("%s contains %s", this.actual, text).isFalse();
		}
		Assertions.assertThat(ContainerParts.of(this.bytes))
			.as("parts of %s", this.actual)
			.isSubsetOf(ContainerParts.WITHOUT_METADATA);
		return this;
	}

}
