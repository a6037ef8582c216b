package org.imageingest.engine.vips;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.imageingest.engine.EngineWarnings;
import org.imageingest.engine.RenderedVariant;
import org.imageingest.engine.foreign.LibraryMissingException;
import org.imageingest.model.recipe.Variant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Encodes variants in memory and writes them into files: what fails in the encoder is the
 * variant, what fails in writing is the disk.
 */
final class VariantSaver {

	private static final Logger logger = LoggerFactory.getLogger(VariantSaver.class);

	private static final String JPEG = "jpegsave_buffer";

	private static final String WEBP = "webpsave_buffer";

	private final Vips vips;

	/**
	 * Finds the encoders.
	 * @param vips the library
	 * @throws LibraryMissingException if one is missing
	 */
	VariantSaver(Vips vips) {
		this.vips = vips;
		for (String saver : List.of(JPEG, WEBP)) {
			if (!vips.hasOperation(saver)) {
				throw new LibraryMissingException("libvips " + vips.version() + " was built without " + saver, null);
			}
		}
	}

	/**
	 * Makes every variant that can be made.
	 * @param levels the sizes of the picture
	 * @param recipe the variants
	 * @param directory receives the files
	 * @param warnings receives the name of each variant that the encoder refused
	 * @return the variants made, in recipe order
	 * @throws IOException if a file cannot be written
	 */
	List<RenderedVariant> save(PictureLevels levels, List<Variant> recipe, Path directory, Set<String> warnings)
			throws IOException {
		List<RenderedVariant> saved = new ArrayList<>();
		for (Variant variant : recipe) {
			VipsImage picture = levels.level(variant.maxDimension());
			byte[] encoded;
			try {
				encoded = encode(picture, variant);
			}
			catch (VipsException ex) {
				logger.warn("Variant {} could not be encoded", variant.name(), ex);
				warnings.add(EngineWarnings.variantNotMade(variant));
				continue;
			}
			Path file = Files.write(directory.resolve(variant.fileName()), encoded);
			saved.add(new RenderedVariant(variant, file, picture.width(), picture.height()));
		}
		return saved;
	}

	private byte[] encode(VipsImage picture, Variant variant) {
		return switch (variant.format()) {
			case JPEG -> jpeg(picture, variant);
			case WEBP -> WebpPicture.only(this.vips.operation(WEBP)
				.with("in", picture)
				.with("Q", variant.quality())
				.with("effort", variant.method())
				.with("strip", true)
				.bytes());
		};
	}

	/** Above quality 90 libvips would leave chroma as large as luma. */
	private byte[] jpeg(VipsImage picture, Variant variant) {
		try (Scope scope = new Scope()) {
			return this.vips.operation(JPEG)
				.with("in", onWhite(picture, scope))
				.with("Q", variant.quality())
				.with("optimize-coding", true)
				.with("subsample-mode", "on")
				.with("strip", true)
				.bytes();
		}
	}

	private VipsImage onWhite(VipsImage picture, Scope scope) {
		return picture.hasAlpha()
				? this.vips.operation("flatten").with("in", picture).with("background", 255).image(scope) : picture;
	}

}
