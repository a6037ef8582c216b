package org.imageingest.source.image;

import java.time.Instant;
import java.util.List;

import org.imageingest.model.recipe.VariantFormat;
import org.imageingest.model.storage.ImageDocument;
import org.imageingest.model.storage.ImageDocument.PublishedOriginal;
import org.imageingest.model.storage.ImageDocument.PublishedVariant;
import org.imageingest.model.storage.ImageDocument.Source;
import org.imageingest.model.storage.ImageMetadata;
import org.imageingest.model.storage.ObjectKeys;
import org.imageingest.store.ObjectStore;
import org.imageingest.store.ObjectStoreAutoConfiguration;
import org.imageingest.testkit.store.S3TestServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

class ImageViewsIntegrationTests {

	private static final String IMAGE_ID = "img_" + "c".repeat(32);

	@Test
	void anOriginalWhoseLocationCouldNotBeRemovedHasNoAddress() throws Exception {
		ImageView view = view(List.of("original-location-kept"), null);
		assertThat(view.urls()).containsOnlyKeys("web");
		assertThat(view.warnings()).containsExactly("original-location-kept");
	}

	@Test
	void anyOtherOriginalHasOneAndThePlaceholderIsTold() throws Exception {
		ImageView view = view(List.of("colour-profile-ignored"), "H/gBDYQyAGMWAdQoRn5UVu6PlQga");
		assertThat(view.urls()).containsOnlyKeys("web", "original");
		assertThat(view.placeholder()).isEqualTo("H/gBDYQyAGMWAdQoRn5UVu6PlQga");
	}

	private static ImageView view(List<String> warnings, @Nullable String placeholder) throws Exception {
		try (S3TestServer server = S3TestServer.start()) {
			ImageView[] view = new ImageView[1];
			new ApplicationContextRunner()
				.withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class, JacksonAutoConfiguration.class,
						ObjectStoreAutoConfiguration.class))
				.withBean(ImageViews.class)
				.withPropertyValues(server.properties(server.newBucket()))
				.run((context) -> {
					context.getBean(ObjectStore.class)
						.put(ObjectKeys.document(IMAGE_ID),
								context.getBean(JsonMapper.class).writeValueAsBytes(document(warnings, placeholder)),
								"application/json");
					view[0] = context.getBean(ImageViews.class).find(IMAGE_ID, "alice").orElseThrow();
				});
			return view[0];
		}
	}

	private static ImageDocument document(List<String> warnings, @Nullable String placeholder) {
		Instant at = Instant.parse("2026-11-22T10:00:00Z");
		return new ImageDocument(1, IMAGE_ID, "alice", "ab".repeat(32),
				new PublishedOriginal("originals/x", "image/heic", 1), null, null, "run", 1, "portable",
				List.of(new PublishedVariant("web", "images/x", VariantFormat.WEBP, 40, 30, 1)),
				new ImageMetadata(40, 30, 40, 30, 1, null, null, null, null, null, null, null, null, null, null, null),
				List.of("gps"), List.of(), warnings, Source.upload(), at, at, at, placeholder, null);
	}

}
