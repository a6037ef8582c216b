package org.imageingest.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.imageingest.engine.RendererChain.Rendering;
import org.imageingest.engine.format.ImageFormat;
import org.imageingest.engine.header.HeaderProbe;
import org.imageingest.engine.header.ImageHeader;
import org.imageingest.engine.metadata.ColourTags;
import org.imageingest.engine.metadata.MetadataReader;
import org.imageingest.engine.metadata.PhotoMetadata;
import org.imageingest.engine.raw.EmbeddedPreview;
import org.imageingest.engine.raw.RawPreviews;
import org.imageingest.engine.render.CorruptPictureException;
import org.imageingest.engine.render.SourcePicture;
import org.imageingest.model.problem.ProblemException;
import org.imageingest.model.recipe.Variant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the variants of a camera RAW from the largest picture inside of it that can be
 * decoded. A RAW never fails by its pictures: the original is kept, whatever is in it.
 */
final class RawRendering {

	private static final Logger logger = LoggerFactory.getLogger(RawRendering.class);

	/** Each may cost as much as a photo. */
	private static final int MAX_ATTEMPTS = 3;

	private final RendererChain renderers;

	private final EngineRequest request;

	RawRendering(RendererChain renderers, EngineRequest request) {
		this.renderers = renderers;
		this.request = request;
	}

	/**
	 * Makes the variants.
	 * @param header header of the RAW
	 * @param metadata metadata of the RAW
	 * @param warnings receives what the client should know
	 * @return nothing if there is no picture to make them of
	 * @throws IOException if something failed that may work later
	 */
	Optional<Rendering> render(ImageHeader header, PhotoMetadata metadata, Set<String> warnings) throws IOException {
		List<EmbeddedPreview> previews = RawPreviews.find(this.request.source(), header.format(),
				this.request.limits());
		for (EmbeddedPreview preview : previews.stream().limit(MAX_ATTEMPTS).toList()) {
			Set<String> told = new LinkedHashSet<>();
			Optional<Rendering> rendering = attempt(preview, header.format(), metadata, told);
			if (rendering.isPresent()) {
				if (isSmall(preview, header)) {
					warnings.add(EngineWarnings.PREVIEW_SMALLER_THAN_VARIANTS);
				}
				warnings.addAll(told);
				return rendering;
			}
		}
		warnings.add(EngineWarnings.RAW_WITHOUT_PREVIEW);
		return Optional.empty();
	}

	/** The copy lies among the variants, where there is room, and is gone afterwards. */
	private Optional<Rendering> attempt(EmbeddedPreview preview, ImageFormat raw, PhotoMetadata metadata,
			Set<String> warnings) throws IOException {
		Path copy = Files.createTempFile(this.request.outputDirectory(), "preview", ".jpg");
		try {
			preview.copy(this.request.source(), copy);
			return this.renderers.render(picture(copy, preview, raw, metadata, warnings), this.request);
		}
		catch (CorruptPictureException | ProblemException ex) {
			logger.debug("A picture of {} x {} in a {} cannot be used", preview.width(), preview.height(), raw, ex);
			removeVariants();
			return Optional.empty();
		}
		finally {
			Files.deleteIfExists(copy);
		}
	}

	private SourcePicture picture(Path copy, EmbeddedPreview preview, ImageFormat raw, PhotoMetadata metadata,
			Set<String> warnings) throws IOException {
		ImageHeader header = HeaderProbe.probe(copy, this.request.limits());
		PhotoMetadata own = MetadataReader.read(copy, header, this.request.policy());
		if (own.profileTooLarge()) {
			warnings.add(EngineWarnings.COLOUR_PROFILE_IGNORED);
		}
		Integer tag = own.orientationTag();
		return new SourcePicture(copy, header, colour(preview, raw, own.colour(), metadata.colour()),
				(tag != null) ? tag : metadata.kept().orientation(), warnings);
	}

	/**
	 * A picture without a word on its colours has those of the camera's setting, which
	 * the RAW tells; in a DNG it was made by a program, which tells them by a tag.
	 */
	private static ColourTags colour(EmbeddedPreview preview, ImageFormat raw, ColourTags own, ColourTags ofRaw) {
		if (own.isTold()) {
			return own;
		}
		boolean adobeRgb = (raw == ImageFormat.DNG) ? preview.adobeRgb() : ofRaw.adobeRgb();
		return adobeRgb ? new ColourTags(null, null, 0, null, true) : ColourTags.NONE;
	}

	/** Whether the photo has more to show than this picture of it. */
	private boolean isSmall(EmbeddedPreview preview, ImageHeader header) {
		int wanted = this.request.recipe().variants().stream().mapToInt(Variant::maxDimension).max().orElse(0);
		int stored = Math.max(header.storedWidth(), header.storedHeight());
		return preview.longSide() < wanted && (stored == 0 || preview.longSide() < stored);
	}

	private void removeVariants() throws IOException {
		for (Variant variant : this.request.recipe().variants()) {
			Files.deleteIfExists(this.request.outputDirectory().resolve(variant.fileName()));
		}
	}

}
