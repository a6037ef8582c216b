package org.imageingest.engine.planar;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

import org.imageingest.engine.EngineWarnings;
import org.imageingest.engine.RenderedVariant;
import org.imageingest.engine.planar.PlanarLevels.Level;
import org.imageingest.engine.render.RenderTask;
import org.imageingest.model.recipe.Variant;
import org.imageingest.model.recipe.VariantFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Encodes the sizes of a picture into files: one after the other, or JPEG beside WebP
 * where another thread may be used.
 */
final class PlanarEncoders implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(PlanarEncoders.class);

	private final ZimgConverter converter;

	private final JpegPlaneEncoder jpeg;

	private final WebpPlaneEncoder webp;

	PlanarEncoders(PlanarLibraries libraries) {
		this.converter = new ZimgConverter(libraries.zimg());
		this.jpeg = new JpegPlaneEncoder(libraries.turboJpeg());
		this.webp = new WebpPlaneEncoder(libraries.webp(), this.converter);
	}

	/**
	 * Encodes every variant that can be encoded.
	 * @param levels the sizes
	 * @param variants the variants
	 * @param task where the files go and how many threads may be used
	 * @param warnings receives the name of each variant that the encoder could not make
	 * @return the variants made, in any order
	 * @throws IOException if a file cannot be written
	 */
	List<RenderedVariant> encode(List<Level> levels, List<Variant> variants, RenderTask task, Set<String> warnings)
			throws IOException {
		Encoding jpegs = new Encoding(levels, of(VariantFormat.JPEG, variants), task);
		Encoding webps = new Encoding(levels, of(VariantFormat.WEBP, variants), task);
		if (task.threads() > 1 && !jpegs.variants.isEmpty() && !webps.variants.isEmpty()) {
			levels.forEach((level) -> level.planes().planes().forEach(Plane::padToEven));
			sideBySide(jpegs, webps);
		}
		else {
			webps.run();
			jpegs.run();
		}
		warnings.addAll(webps.warnings);
		warnings.addAll(jpegs.warnings);
		List<RenderedVariant> made = new ArrayList<>(webps.made);
		made.addAll(jpegs.made);
		return made;
	}

	private static List<Variant> of(VariantFormat format, List<Variant> variants) {
		return variants.stream().filter((variant) -> variant.format() == format).toList();
	}

	private static void sideBySide(Encoding jpegs, Encoding webps) throws IOException {
		FutureTask<Void> other = new FutureTask<>(() -> {
			jpegs.run();
			return null;
		});
		Thread thread = Thread.ofPlatform().daemon().name("jpeg-encoder").start(other);
		try {
			webps.run();
		}
		finally {
			// Both read the same planes, which must not be given away before.
			join(thread);
		}
		try {
			other.get();
		}
		catch (ExecutionException ex) {
			switch (Objects.requireNonNull(ex.getCause())) {
				case IOException cause -> throw cause;
				case RuntimeException cause -> throw cause;
				case Error cause -> throw cause;
				default -> throw new IllegalStateException(ex);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static void join(Thread thread) {
		boolean interrupted = false;
		while (thread.isAlive()) {
			try {
				thread.join();
			}
			catch (InterruptedException ex) {
				interrupted = true;
			}
		}
		if (interrupted) {
			Thread.currentThread().interrupt();
		}
	}

	void trim(long most) {
		this.converter.trim(most);
		this.jpeg.trim(most);
		this.webp.trim(most);
	}

	@Override
	public void close() {
		this.jpeg.close();
		this.webp.close();
		this.converter.close();
	}

	/** The variants of one format. */
	private final class Encoding {

		private final List<Level> levels;

		private final List<Variant> variants;

		private final RenderTask task;

		private final List<RenderedVariant> made = new ArrayList<>();

		private final List<String> warnings = new ArrayList<>();

		Encoding(List<Level> levels, List<Variant> variants, RenderTask task) {
			this.levels = levels;
			this.variants = variants;
			this.task = task;
		}

		void run() throws IOException {
			for (Variant variant : this.variants) {
				Planes picture = level(variant.maxDimension());
				Path file = this.task.directory().resolve(variant.fileName());
				try {
					encode(picture, variant, file);
				}
				catch (IllegalStateException ex) {
					logger.warn("Variant {} could not be encoded", variant.name(), ex);
					this.warnings.add(EngineWarnings.variantNotMade(variant));
					continue;
				}
				this.made.add(new RenderedVariant(variant, file, picture.width(), picture.height()));
			}
		}

		private void encode(Planes picture, Variant variant, Path file) throws IOException {
			switch (variant.format()) {
				case JPEG -> NativeFile.write(file, PlanarEncoders.this.jpeg.encode(picture, variant.quality()));
				case WEBP -> PlanarEncoders.this.webp.encode(picture, variant.quality(), variant.method(),
						(encoded) -> NativeFile.write(file, encoded));
			}
		}

		private Planes level(int maxDimension) {
			return this.levels.stream()
				.filter((level) -> level.maxDimension() == maxDimension)
				.map(Level::planes)
				.findFirst()
				.orElseThrow();
		}

	}

}
