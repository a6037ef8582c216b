package org.imageingest.engine.portable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

import org.imageingest.engine.EngineWarnings;
import org.imageingest.engine.RenderedVariant;
import org.imageingest.model.recipe.Variant;
import org.imageingest.model.recipe.VariantFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Encodes the variants of one photo into files, from large to small.
 */
final class VariantRenderer {

	private static final Logger logger = LoggerFactory.getLogger(VariantRenderer.class);

	private final VariantEncoder jpeg = new JpegEncoder();

	private final VariantEncoder webp = new WebpEncoder();

	/**
	 * Encodes one pixel in each format.
	 * @throws IllegalStateException if an encoder does not work on this machine
	 */
	void selfTest() {
		PixelBuffer pixel = new PixelBuffer(1, 1, 3, new byte[3]);
		for (VariantFormat format : VariantFormat.values()) {
			try {
				encoder(format).encode(pixel, new Variant("test", format, 1, 50, 0));
			}
			catch (IOException | RuntimeException | LinkageError ex) {
				throw new IllegalStateException("The " + format + " encoder does not work here", ex);
			}
		}
	}

	/**
	 * Makes every variant that can be made.
	 * @param levels the sizes of the photo
	 * @param recipe the variants
	 * @param directory receives the files
	 * @param warnings receives the name of each variant that the encoder could not make
	 * @return the variants made, in recipe order
	 * @throws IOException if a file cannot be written
	 */
	List<RenderedVariant> render(Levels levels, List<Variant> recipe, Path directory, Set<String> warnings)
			throws IOException {
		List<Variant> largestFirst = recipe.stream()
			.sorted(Comparator.comparingInt(Variant::maxDimension).reversed())
			.toList();
		List<RenderedVariant> rendered = new ArrayList<>();
		for (Variant variant : largestFirst) {
			PixelBuffer picture = levels.level(variant.maxDimension());
			byte[] encoded;
			try {
				encoded = encoder(variant.format()).encode(picture, variant);
			}
			catch (IOException | RuntimeException ex) {
				logger.warn("Variant {} could not be encoded", variant.name(), ex);
				warnings.add(EngineWarnings.variantNotMade(variant));
				continue;
			}
			Path file = Files.write(directory.resolve(variant.fileName()), encoded);
			rendered.add(new RenderedVariant(variant, file, picture.width(), picture.height()));
		}
		rendered.sort(Comparator.comparingInt((made) -> recipe.indexOf(made.variant())));
		return rendered;
	}

	private VariantEncoder encoder(VariantFormat format) {
		return switch (format) {
			case JPEG -> this.jpeg;
			case WEBP -> this.webp;
		};
	}

}
