package org.imageingest.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.Supplier;

import org.imageingest.engine.format.ImageFormat;
import org.imageingest.engine.header.HeaderProbe;
import org.imageingest.engine.header.ImageHeader;
import org.imageingest.engine.metadata.MetadataReader;
import org.imageingest.engine.metadata.PhotoMetadata;
import org.imageingest.engine.placeholder.Placeholder;
import org.imageingest.engine.privacy.LocationRemoval;
import org.imageingest.engine.render.CorruptPictureException;
import org.imageingest.engine.render.PictureRenderer;
import org.imageingest.engine.RendererChain.Rendering;
import org.imageingest.engine.render.SourcePicture;
import org.imageingest.model.problem.Problem;
import org.imageingest.model.problem.ProblemException;
import org.imageingest.model.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * The way of a photo: its header is judged, its metadata read, and the variants are made
 * of the picture that shows it: the client's, the one inside of a camera RAW, or the
 * photo itself.
 */
final class PhotoEngine implements ImageEngine {

	private final RendererChain renderers;

	private final Supplier<EngineDescription> description;

	/**
	 * Makes an engine.
	 * @param renderers at least one, the best first
	 * @param description tells what they are
	 */
	PhotoEngine(List<? extends PictureRenderer> renderers, Supplier<EngineDescription> description) {
		this.renderers = new RendererChain(renderers);
		this.description = description;
	}

	@Override
	public EngineDescription description() {
		return this.description.get();
	}

	@Override
	public EngineResult process(EngineRequest request) throws IOException {
		ImageHeader header = HeaderProbe.probe(request.source(), request.limits());
		PhotoMetadata metadata = MetadataReader.read(request.source(), header, request.policy());
		SequencedSet<String> warnings = new LinkedHashSet<>();
		if (metadata.damaged()) {
			warnings.add(EngineWarnings.METADATA_UNREADABLE);
		}
		Optional<Rendering> rendering = render(request, header, metadata, warnings);
		List<RenderedVariant> variants = rendering.map(Rendering::variants).orElse(List.of());
		Path stripped = request.stripLocation() ? stripped(request, header.format(), metadata, warnings) : null;
		return new EngineResult(rendering.map(Rendering::engine).orElseGet(this.renderers::best), header.format(),
				metadata.kept(), metadata.removed(), variants, List.copyOf(warnings), Placeholder.of(variants),
				stripped);
	}

	private static @Nullable Path stripped(EngineRequest request, ImageFormat format, PhotoMetadata metadata,
			SequencedSet<String> warnings) throws IOException {
		Path copy = request.outputDirectory().resolve(EngineRequest.STRIPPED_ORIGINAL);
		LocationRemoval.Outcome outcome = LocationRemoval.remove(request.source(), format,
				metadata.kept().orientation(), copy);
		if (outcome == LocationRemoval.Outcome.NOT_POSSIBLE && metadata.mayTellLocation()) {
			// First, for it must not be cut off where warnings are limited
			warnings.addFirst(EngineWarnings.ORIGINAL_LOCATION_KEPT);
		}
		return (outcome == LocationRemoval.Outcome.REMOVED) ? copy : null;
	}

	private Optional<Rendering> render(EngineRequest request, ImageHeader header, PhotoMetadata metadata,
			Set<String> warnings) throws IOException {
		Path preview = request.preview();
		if (preview != null) {
			ImageHeader shown = HeaderProbe.probe(preview, request.limits());
			return whole("preview", preview, shown, MetadataReader.read(preview, shown, request.policy()), request,
					warnings);
		}
		if (header.format().isRaw()) {
			return new RawRendering(this.renderers, request).render(header, metadata, warnings);
		}
		return whole("file", request.source(), header, metadata, request, warnings);
	}

	/** Makes the variants of a picture that has no other to stand in for it. */
	private Optional<Rendering> whole(String name, Path file, ImageHeader header, PhotoMetadata metadata,
			EngineRequest request, Set<String> warnings) throws IOException {
		SourcePicture picture = new SourcePicture(file, header, metadata.colour(), metadata.kept().orientation(),
				warnings);
		if (metadata.profileTooLarge()) {
			warnings.add(EngineWarnings.COLOUR_PROFILE_IGNORED);
		}
		try {
			Optional<Rendering> rendering = this.renderers.render(picture, request);
			if (rendering.isEmpty()) {
				warnings.add(EngineWarnings.FORMAT_NEEDS_NATIVE_ENGINE);
			}
			return rendering;
		}
		catch (CorruptPictureException ex) {
			throw new ProblemException(Problem.of(ProblemType.CORRUPT_IMAGE,
					"The " + header.format() + " " + name + " is not a whole picture: " + ex.getMessage() + "."), ex);
		}
	}

}
