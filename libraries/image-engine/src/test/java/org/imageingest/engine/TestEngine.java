package org.imageingest.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

import org.imageingest.engine.foreign.LibraryMissingException;
import org.imageingest.engine.planar.PlanarRenderer;
import org.imageingest.engine.portable.PortableRenderer;
import org.imageingest.engine.render.PictureRenderer;
import org.imageingest.engine.vips.VipsRenderer;
import org.imageingest.model.recipe.Recipe;
import org.junit.jupiter.api.Assumptions;

/**
 * The engines that must do the same. What needs a library that this machine lacks is
 * skipped.
 */
public enum TestEngine {

	/** Pure Java. */
	PORTABLE(() -> List.of(new PortableRenderer())),

	/** libvips, and pure Java for the rest. */
	VIPS(() -> List.of(new VipsRenderer(), new PortableRenderer())),

	/** Everything, as it runs where nothing is missing. */
	PLANAR(() -> List.of(new PlanarRenderer(), new VipsRenderer(), new PortableRenderer()));

	private final Supplier<List<PictureRenderer>> renderers;

	private ImageEngine engine;

	TestEngine(Supplier<List<PictureRenderer>> renderers) {
		this.renderers = renderers;
	}

	/**
	 * Returns the engine.
	 * @return the same each time
	 */
	public synchronized ImageEngine engine() {
		try {
			if (this.engine == null) {
				this.engine = ImageEngines.of(this.renderers.get(), List.of());
			}
			return this.engine;
		}
		catch (LibraryMissingException ex) {
			return Assumptions.abort("The " + this + " engine cannot run here: " + ex.getMessage());
		}
	}

	public PhotoRun run(byte[] photo, Path directory) {
		return run(photo, directory, Recipe.standard(), MetadataPolicy.standard());
	}

	public PhotoRun run(byte[] photo, Path directory, Recipe recipe, MetadataPolicy policy) {
		try {
			Path source = Files.write(directory.resolve("source"), photo);
			return run(source, directory, recipe, policy);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public PhotoRun run(Path source, Path directory, Recipe recipe, MetadataPolicy policy) {
		try {
			EngineResult result = engine()
				.process(new EngineRequest(source, recipe, policy, ImageLimits.standard(), directory));
			return new PhotoRun(result, directory);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
