package org.imageingest.engine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import org.imageingest.engine.foreign.LibraryMissingException;
import org.imageingest.engine.portable.PortableRenderer;
import org.imageingest.engine.render.PictureRenderer;
import org.imageingest.model.recipe.Recipe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class LateRendererTests {

	private final AtomicInteger loads = new AtomicInteger();

	private final LateRenderer working = LateRenderer.optional(this::portable, "");

	private final LateRenderer missing = LateRenderer.optional(LateRendererTests::noLibrary, "apt-get install it");

	@TempDir
	Path directory;

	@Test
	void isLoadedOnceAndNotBeforeItIsNeeded() {
		assertThat(this.loads).hasValue(0);
		assertThat(this.working.formats()).isNotEmpty();
		assertThat(this.working.name()).isEqualTo("portable");
		assertThat(this.loads).hasValue(1);
	}

	@Test
	void photoOfTheFirstRendererLoadsNoOther() throws Exception {
		LateRenderer first = LateRenderer.required(PortableRenderer::new, "");
		EngineSelfTest.run(engine(first, this.working), Recipe.standard(), Files.createDirectory(folder()));
		assertThat(this.loads).hasValue(0);
	}

	@Test
	void anotherStandsInForOneThatIsMissing() throws Exception {
		EngineSelfTest.run(engine(this.missing, this.working), Recipe.standard(), Files.createDirectory(folder()));
		assertThat(this.loads).hasValue(1);
		assertThat(this.missing.missing()).hasValue("libnothing is not there. apt-get install it");
		assertThat(this.working.missing()).isEmpty();
	}

	@Test
	void nothingStandsInForOneThatWasAskedForByName() {
		LateRenderer named = LateRenderer.required(LateRendererTests::noLibrary, "apt-get install it");
		assertThatIllegalStateException()
			.isThrownBy(() -> EngineSelfTest.run(engine(named, this.working), Recipe.standard(),
					Files.createDirectory(folder())))
			.withMessage("libnothing is not there. apt-get install it");
	}

	private Path folder() {
		return this.directory.resolve("photo");
	}

	private static ImageEngine engine(PictureRenderer... renderers) {
		Supplier<EngineDescription> none = () -> {
			throw new AssertionError("Nobody asks");
		};
		return new PhotoEngine(List.of(renderers), none);
	}

	private PictureRenderer portable() {
		this.loads.incrementAndGet();
		return new PortableRenderer();
	}

	private static PictureRenderer noLibrary() {
		throw new LibraryMissingException("libnothing is not there", null);
	}

}
