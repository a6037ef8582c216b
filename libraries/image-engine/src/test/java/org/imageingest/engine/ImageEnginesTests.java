package org.imageingest.engine;

import java.util.List;

import org.imageingest.engine.format.ImageFormat;
import org.imageingest.engine.render.PictureRenderer;
import org.imageingest.engine.render.RenderTask;
import org.imageingest.engine.render.SourcePicture;
import org.imageingest.engine.render.UnsupportedPictureException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class ImageEnginesTests {

	@Test
	void portableEngineNeedsNothingAndSaysWhatItTakes() {
		EngineDescription description = ImageEngines.create(EngineChoice.PORTABLE).description();
		assertThat(description.name()).isEqualTo("portable");
		assertThat(description.formats()).containsExactlyInAnyOrder(ImageFormat.JPEG, ImageFormat.PNG, ImageFormat.GIF,
				ImageFormat.BMP, ImageFormat.TIFF, ImageFormat.WEBP);
		assertThat(description.libraries()).anyMatch((library) -> library.startsWith("Java "));
	}

	@Test
	void everyMachineHasAnEngine() {
		EngineDescription description = ImageEngines.create(EngineChoice.AUTO).description();
		assertThat(description.formats()).contains(ImageFormat.JPEG, ImageFormat.PNG, ImageFormat.BMP);
		if (description.name().equals("portable")) {
			assertThat(description.hints()).anyMatch((hint) -> hint.contains("apt-get install libturbojpeg0"));
		}
	}

	@Test
	void engineOnDemandTellsTheSameOfItself() {
		assertThat(ImageEngines.createOnDemand(EngineChoice.AUTO).description())
			.isEqualTo(ImageEngines.create(EngineChoice.AUTO).description());
	}

	@Test
	void rendererThatMakesNothingIsNotTaken() {
		assertThatIllegalStateException().isThrownBy(() -> RendererTrial.pass(new UselessRenderer()))
			.withMessageContaining("useless");
	}

	private static final class UselessRenderer implements PictureRenderer {

		@Override
		public String name() {
			return "useless";
		}

		@Override
		public List<String> libraries() {
			return List.of();
		}

		@Override
		public java.util.Set<ImageFormat> formats() {
			return java.util.Set.of(ImageFormat.JPEG);
		}

		@Override
		public List<RenderedVariant> render(SourcePicture picture, RenderTask task) {
			throw new UnsupportedPictureException("everything", null);
		}

	}

}
