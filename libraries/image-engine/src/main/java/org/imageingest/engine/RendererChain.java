package org.imageingest.engine;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

import org.imageingest.engine.render.PictureRenderer;
import org.imageingest.engine.render.RenderTask;
import org.imageingest.engine.render.SourcePicture;
import org.imageingest.engine.render.UnsupportedPictureException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the first renderer that takes a kind of picture make its variants.
 */
final class RendererChain {

	private static final Logger logger = LoggerFactory.getLogger(RendererChain.class);

	private final List<PictureRenderer> renderers;

	/**
	 * Makes a chain.
	 * @param renderers the best first
	 */
	RendererChain(List<? extends PictureRenderer> renderers) {
		this.renderers = List.copyOf(renderers);
	}

	/** Returns the name of the best renderer that works here. */
	String best() {
		return this.renderers.stream()
			.filter((renderer) -> !renderer.formats().isEmpty())
			.findFirst()
			.map(PictureRenderer::name)
			.orElseThrow(() -> new IllegalStateException("No renderer works here"));
	}

	/**
	 * Makes the variants of a picture.
	 * @param picture the picture; its warnings receive those of the renderer that made
	 * them
	 * @param request what is to be made, and where
	 * @return nothing if no renderer takes this kind of picture
	 * @throws IOException if something failed that may work later
	 * @throws org.imageingest.engine.render.CorruptPictureException if the picture is not
	 * whole
	 */
	Optional<Rendering> render(SourcePicture picture, EngineRequest request) throws IOException {
		RenderTask task = new RenderTask(request.recipe().variants(), request.outputDirectory(), request.threads());
		for (PictureRenderer renderer : this.renderers) {
			if (!renderer.formats().contains(picture.header().format())) {
				continue;
			}
			SourcePicture attempt = new SourcePicture(picture.path(), picture.header(), picture.colour(),
					picture.orientation(), new LinkedHashSet<>());
			try {
				List<RenderedVariant> variants = renderer.render(attempt, task);
				picture.warnings().addAll(attempt.warnings());
				return Optional.of(new Rendering(renderer.name(), variants));
			}
			catch (UnsupportedPictureException ex) {
				logger.debug("A valid {} of a kind that {} lacks", picture.header().format(), renderer.name(), ex);
			}
		}
		return Optional.empty();
	}

	/**
	 * What became of a picture.
	 *
	 * @param engine name of the renderer that took it
	 * @param variants the variants
	 */
	record Rendering(String engine, List<RenderedVariant> variants) {
	}

}
