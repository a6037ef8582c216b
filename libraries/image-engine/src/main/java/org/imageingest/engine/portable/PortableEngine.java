package org.imageingest.engine.portable;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.imageingest.engine.EngineRequest;
import org.imageingest.engine.EngineResult;
import org.imageingest.engine.EngineWarnings;
import org.imageingest.engine.ImageEngine;
import org.imageingest.engine.RenderedVariant;
import org.imageingest.engine.format.ImageFormat;
import org.imageingest.engine.header.HeaderProbe;
import org.imageingest.engine.header.ImageHeader;
import org.imageingest.engine.metadata.MetadataReader;
import org.imageingest.engine.metadata.PhotoMetadata;
import org.imageingest.model.recipe.Variant;

/**
 * The engine that runs wherever Java does. Decodes once, makes every size from large to
 * small, encodes each variant. A JPEG of one scan is resized while it is decoded; of
 * every other photo the decoded picture is held: 3 bytes a pixel for most, 8 for 16-bit
 * pictures with alpha.
 */
public final class PortableEngine implements ImageEngine {

	private final PictureDecoders decoders = new PictureDecoders();

	private final VariantRenderer renderer = new VariantRenderer();

	private final HeapBudget heap = new HeapBudget(HeapCheck.bytesForPictures());

	/**
	 * Finds the image libraries and tries the encoders.
	 * @throws IllegalStateException if one is missing or does not work here
	 */
	public PortableEngine() {
		this.renderer.selfTest();
	}

	@Override
	public String name() {
		return "portable";
	}

	@Override
	public String version() {
		return "Java " + Runtime.version() + ", TwelveMonkeys ImageIO, webp-imageio";
	}

	@Override
	public Set<ImageFormat> decodableFormats() {
		return this.decoders.formats();
	}

	@Override
	public EngineResult process(EngineRequest request) throws IOException {
		Set<String> warnings = new LinkedHashSet<>();
		ImageHeader header = HeaderProbe.probe(request.source(), request.limits());
		PhotoMetadata metadata = MetadataReader.read(request.source(), header, request.policy());
		if (metadata.damaged()) {
			warnings.add(EngineWarnings.METADATA_UNREADABLE);
		}
		SourceFile source = new SourceFile(request.source(), header, metadata.colour(), warnings);
		List<RenderedVariant> variants;
		try (var _ = this.heap.reserve(header)) {
			variants = render(source, metadata, request);
		}
		return new EngineResult(header.format(), metadata.kept(), metadata.removed(), variants, List.copyOf(warnings));
	}

	private List<RenderedVariant> render(SourceFile source, PhotoMetadata metadata, EngineRequest request)
			throws IOException {
		List<Variant> variants = request.recipe().variants();
		Levels levels = new Levels(variants.stream().map(Variant::maxDimension).toList(),
				metadata.kept().orientation());
		SourceColours colours = this.decoders.decode(source, levels);
		if (colours == null) {
			return List.of();
		}
		levels.finish(new ToSrgb(colours, source.warnings()));
		return this.renderer.render(levels, variants, request.outputDirectory(), source.warnings());
	}

}
