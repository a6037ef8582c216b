package org.imageingest.engine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.imageingest.engine.format.ImageFormat;
import org.imageingest.engine.header.HeaderProbe;
import org.imageingest.engine.metadata.ColourTags;
import org.imageingest.engine.render.PictureRenderer;
import org.imageingest.engine.render.RenderTask;
import org.imageingest.engine.render.SourcePicture;
import org.imageingest.model.recipe.Recipe;
import org.imageingest.model.recipe.Variant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries a renderer on a tiny picture of each of its formats: a library that loads may
 * still lack a decoder, or have one that does not work.
 */
final class RendererTrial {

	private static final Logger logger = LoggerFactory.getLogger(RendererTrial.class);

	private RendererTrial() {
	}

	/**
	 * Finds out which formats a renderer makes every variant of.
	 * @param renderer the renderer
	 * @return the renderer, of these formats only
	 * @throws IllegalStateException if it makes nothing at all
	 */
	static PictureRenderer pass(PictureRenderer renderer) {
		Set<ImageFormat> working = EnumSet.noneOf(ImageFormat.class);
		for (ImageFormat format : renderer.formats()) {
			if (works(renderer, format)) {
				working.add(format);
			}
		}
		if (working.isEmpty()) {
			throw new IllegalStateException("The renderer " + renderer.name() + " loads but makes no picture");
		}
		return working.equals(renderer.formats()) ? renderer : new Tried(renderer, Set.copyOf(working));
	}

	private static boolean works(PictureRenderer renderer, ImageFormat format) {
		try {
			Path directory = Files.createTempDirectory("image-engine");
			try {
				return render(renderer, format, directory);
			}
			finally {
				remove(directory);
			}
		}
		catch (IOException | RuntimeException ex) {
			logger.warn("The renderer {} does not make {} here", renderer.name(), format, ex);
			return false;
		}
	}

	private static boolean render(PictureRenderer renderer, ImageFormat format, Path directory) throws IOException {
		Path sample = directory.resolve("sample");
		try (InputStream picture = RendererTrial.class.getResourceAsStream("samples/sample." + format.extension())) {
			if (picture == null) {
				throw new IllegalStateException("There is no sample of " + format);
			}
			Files.copy(picture, sample);
		}
		List<Variant> variants = Recipe.standard().variants();
		SourcePicture source = new SourcePicture(sample, HeaderProbe.probe(sample, ImageLimits.standard()),
				ColourTags.NONE, 1, new LinkedHashSet<>());
		Path output = Files.createDirectory(directory.resolve("variants"));
		return renderer.render(source, new RenderTask(variants, output, 1)).size() == variants.size();
	}

	private static void remove(Path directory) throws IOException {
		try (Stream<Path> files = Files.walk(directory)) {
			for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
				Files.delete(file);
			}
		}
	}

	/** A renderer of which not every format works. */
	private record Tried(PictureRenderer renderer, Set<ImageFormat> formats) implements PictureRenderer {

		@Override
		public String name() {
			return this.renderer.name();
		}

		@Override
		public List<String> libraries() {
			return this.renderer.libraries();
		}

		@Override
		public List<RenderedVariant> render(SourcePicture picture, RenderTask task) throws IOException {
			return this.renderer.render(picture, task);
		}

	}

}
