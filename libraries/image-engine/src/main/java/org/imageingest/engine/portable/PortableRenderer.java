package org.imageingest.engine.portable;

import java.io.IOException;
import java.util.List;
import java.util.Set;

import org.imageingest.engine.RenderedVariant;
import org.imageingest.engine.colour.SourceColours;
import org.imageingest.engine.format.ImageFormat;
import org.imageingest.engine.render.PictureRenderer;
import org.imageingest.engine.render.RenderTask;
import org.imageingest.engine.render.SourcePicture;
import org.imageingest.model.recipe.Variant;

/**
 * The renderer that runs wherever Java does. Decodes once, makes every size from large to
 * small, encodes each variant. A JPEG of one scan is resized while it is decoded; of
 * every other photo the decoded picture is held: 3 bytes a pixel for most, 8 for 16-bit
 * pictures with alpha.
 */
public final class PortableRenderer implements PictureRenderer {

	private final PictureDecoders decoders = new PictureDecoders();

	private final VariantRenderer renderer = new VariantRenderer();

	private final HeapBudget heap = new HeapBudget(HeapCheck.bytesForPictures());

	/**
	 * Finds the image libraries and tries the encoders.
	 * @throws IllegalStateException if one is missing or does not work here
	 */
	public PortableRenderer() {
		this.renderer.selfTest();
	}

	@Override
	public String name() {
		return "portable";
	}

	@Override
	public List<String> libraries() {
		return List.of("Java " + Runtime.version(), "TwelveMonkeys ImageIO", "webp-imageio");
	}

	@Override
	public Set<ImageFormat> formats() {
		return this.decoders.formats();
	}

	@Override
	public List<RenderedVariant> render(SourcePicture picture, RenderTask task) throws IOException {
		List<Variant> variants = task.variants();
		try (var _ = this.heap.reserve(picture.header())) {
			Levels levels = new Levels(variants.stream().map(Variant::maxDimension).toList(), picture.orientation());
			SourceColours colours = this.decoders.decode(picture, levels);
			levels.finish(new ToSrgb(colours, picture.warnings()));
			return this.renderer.render(levels, variants, task.directory(), picture.warnings());
		}
	}

}
