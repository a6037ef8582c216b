package org.imageingest.photo;

import java.time.Duration;

import org.imageingest.engine.EngineChoice;
import org.imageingest.engine.ImageLimits;
import org.imageingest.engine.MetadataPolicy;
import org.imageingest.engine.worker.WorkerOptions;
import org.imageingest.model.recipe.Recipe;
import org.imageingest.model.recipe.Variant;
import org.imageingest.model.recipe.VariantFormat;
import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

class ImagePropertiesTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner().withUserConfiguration(App.class);

	@Test
	void theDefaultsAreTheStandardRecipeAndTheStandardPolicy() {
		this.runner.run((context) -> {
			ImageProperties properties = context.getBean(ImageProperties.class);
			assertThat(properties.recipe()).isEqualTo(Recipe.standard());
			assertThat(properties.metadataPolicy()).isEqualTo(MetadataPolicy.standard());
			assertThat(properties.limits()).isEqualTo(ImageLimits.standard());
			assertThat(properties.timeLimit()).isEqualTo(Duration.ofMinutes(2));
			assertThat(properties.workerOptions()).isEqualTo(WorkerOptions.standard());
		});
	}

	@Test
	void variantsAreGivenOneByOne() {
		this.runner.withPropertyValues("image.recipe-version=4", "image.variants[0].name=tiny",
				"image.variants[0].format=webp", "image.variants[0].max-dimension=64", "image.variants[1].name=large",
				"image.variants[1].format=jpeg", "image.variants[1].max-dimension=4000", "image.variants[1].quality=70",
				"image.variants[1].method=6")
			.run((context) -> {
				Recipe recipe = context.getBean(ImageProperties.class).recipe();
				assertThat(recipe.version()).isEqualTo(4);
				assertThat(recipe.variants()).containsExactly(new Variant("tiny", VariantFormat.WEBP, 64, 85, 2),
						new Variant("large", VariantFormat.JPEG, 4000, 70, 6));
			});
	}

	@Test
	void eachKindOfMetadataHasASwitch() {
		this.runner
			.withPropertyValues("image.metadata.preserve-timestamps=false", "image.metadata.preserve-camera-info=false",
					"image.metadata.preserve-gps=true", "image.metadata.preserve-device-serial=true",
					"image.metadata.preserve-descriptive=true")
			.run((context) -> assertThat(context.getBean(ImageProperties.class).metadataPolicy())
				.isEqualTo(new MetadataPolicy(false, false, true, true, true)));
	}

	@Test
	void variantsWithOneFileNameStopTheStart() {
		this.runner
			.withPropertyValues("image.variants[0].name=web", "image.variants[0].format=webp",
					"image.variants[0].max-dimension=64", "image.variants[1].name=web_legacy",
					"image.variants[1].format=webp", "image.variants[1].max-dimension=65")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessage("Variants 'web' and 'web_legacy' would both be stored as web.webp"));
	}

	@Test
	void aSideThatTheFormatCannotHoldStopsTheStart() {
		this.runner
			.withPropertyValues("image.variants[0].name=web", "image.variants[0].format=webp",
					"image.variants[0].max-dimension=16384")
			.run((context) -> assertThat(context).getFailure().rootCause().hasMessageContaining("16383"));
	}

	@Test
	void workersAreConfigured() {
		this.runner
			.withPropertyValues("image.engine=portable", "image.workers=3", "image.worker-memory=1GB",
					"image.worker-photos=50", "image.time-limit=30s")
			.run((context) -> assertThat(context.getBean(ImageProperties.class).workerOptions())
				.isEqualTo(new WorkerOptions(EngineChoice.PORTABLE, 3, 1L << 30, 50, Duration.ofSeconds(30))));
	}

	@Test
	void aWorkerWithoutMemoryStopsTheStart() {
		this.runner.withPropertyValues("image.worker-memory=100MB")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessage("worker-memory of 100 MB is less than a worker needs, 256 MB"));
	}

	@Test
	void eachLimitOfDecodingIsAnOption() {
		this.runner
			.withPropertyValues("image.max-pixels=4", "image.max-side=3", "image.max-frames=2", "image.max-scans=1")
			.run((context) -> assertThat(context.getBean(ImageProperties.class).limits())
				.isEqualTo(new ImageLimits(4, 3, 2, 1)));
	}

	@Test
	void aTimeLimitOfNothingStopsTheStart() {
		this.runner.withPropertyValues("image.time-limit=0s")
			.run((context) -> assertThat(context).getFailure().rootCause().hasMessageContaining("time-limit"));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableConfigurationProperties(ImageProperties.class)
	static class App {

	}

}
