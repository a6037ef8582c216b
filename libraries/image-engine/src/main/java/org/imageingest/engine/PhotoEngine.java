package org.imageingest.engine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.imageingest.engine.format.ImageFormat;
import org.imageingest.engine.header.HeaderProbe;
import org.imageingest.engine.header.ImageHeader;
import org.imageingest.engine.metadata.MetadataReader;
import org.imageingest.engine.metadata.PhotoMetadata;
import org.imageingest.engine.render.CorruptPictureException;
import org.imageingest.engine.render.PictureRenderer;
import org.imageingest.engine.render.RenderTask;
import org.imageingest.engine.render.SourcePicture;
import org.imageingest.engine.render.UnsupportedPictureException;
import org.imageingest.model.problem.Problem;
import org.imageingest.model.problem.ProblemException;
import org.imageingest.model.problem.ProblemType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way of a photo: its header is judged, its metadata read, and the first renderer
 * that takes its kind makes the variants.
 */
final class PhotoEngine implements ImageEngine {

	private static final Logger logger = LoggerFactory.getLogger(PhotoEngine.class);

	private final List<PictureRenderer> renderers;

	private final EngineDescription description;

	/**
	 * Makes an engine.
	 * @param renderers at least one, the best first
	 * @param hints what would make it better
	 */
	PhotoEngine(List<PictureRenderer> renderers, List<String> hints) {
		this.renderers = List.copyOf(renderers);
		this.description = describe(renderers, hints);
	}

	private static EngineDescription describe(List<PictureRenderer> renderers, List<String> hints) {
		List<String> libraries = new ArrayList<>();
		Set<ImageFormat> formats = EnumSet.noneOf(ImageFormat.class);
		for (PictureRenderer renderer : renderers) {
			renderer.libraries().stream().filter((library) -> !libraries.contains(library)).forEach(libraries::add);
			formats.addAll(renderer.formats());
		}
		return new EngineDescription(renderers.getFirst().name(), libraries, formats, hints);
	}

	@Override
	public EngineDescription description() {
		return this.description;
	}

	@Override
	public EngineResult process(EngineRequest request) throws IOException {
		ImageHeader header = HeaderProbe.probe(request.source(), request.limits());
		PhotoMetadata metadata = MetadataReader.read(request.source(), header, request.policy());
		Set<String> warnings = new LinkedHashSet<>();
		if (metadata.damaged()) {
			warnings.add(EngineWarnings.METADATA_UNREADABLE);
		}
		for (PictureRenderer renderer : this.renderers) {
			if (renderer.formats().contains(header.format())) {
				Optional<List<RenderedVariant>> variants = render(renderer, request, header, metadata, warnings);
				if (variants.isPresent()) {
					return result(renderer.name(), header, metadata, variants.get(), warnings);
				}
			}
		}
		warnings.add(EngineWarnings.FORMAT_NEEDS_NATIVE_ENGINE);
		return result(this.description.name(), header, metadata, List.of(), warnings);
	}

	/** Makes the variants, or nothing if the renderer lacks this kind of picture. */
	private static Optional<List<RenderedVariant>> render(PictureRenderer renderer, EngineRequest request,
			ImageHeader header, PhotoMetadata metadata, Set<String> warnings) throws IOException {
		SourcePicture picture = new SourcePicture(request.source(), header, metadata.colour(),
				metadata.kept().orientation(), new LinkedHashSet<>());
		try {
			List<RenderedVariant> variants = renderer.render(picture,
					new RenderTask(request.recipe().variants(), request.outputDirectory(), request.threads()));
			warnings.addAll(picture.warnings());
			return Optional.of(variants);
		}
		catch (UnsupportedPictureException ex) {
			logger.debug("A valid {} of a kind that {} lacks", header.format(), renderer.name(), ex);
			return Optional.empty();
		}
		catch (CorruptPictureException ex) {
			throw new ProblemException(Problem.of(ProblemType.CORRUPT_IMAGE,
					"The " + header.format() + " file is not a whole picture: " + ex.getMessage() + "."), ex);
		}
	}

	private static EngineResult result(String engine, ImageHeader header, PhotoMetadata metadata,
			List<RenderedVariant> variants, Set<String> warnings) {
		return new EngineResult(engine, header.format(), metadata.kept(), metadata.removed(), variants,
				List.copyOf(warnings));
	}

}
