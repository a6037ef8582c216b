package org.imageingest.standalone.files;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import org.imageingest.store.ObjectStore;
import org.imageingest.store.OpenObject;
import org.junit.jupiter.api.Test;

import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

class FilesControllerTests {

	private static final String VARIANT = "images/img_a/run1/web.webp";

	private static final String ORIGINAL = "originals/img_a/run1/original.jpg";

	private final Instant soon = Instant.now().plusSeconds(60);

	private final ObjectStore store = mock();

	private final FileLinks links = new FileLinks(URI.create("http://127.0.0.1:8080"), "00".repeat(32),
			Clock.systemUTC());

	private final MockMvcTester mvc = MockMvcTester.of(new FilesController(this.links, this.store));

	@Test
	void variantIsShownWithItsTypeAndLength() {
		given(this.store.open(VARIANT)).willReturn(object("image/webp"));
		assertThat(this.mvc.get().uri(this.links.variant(VARIANT, this.soon))).hasStatusOk()
			.hasHeader("Content-Type", "image/webp")
			.hasHeader("Content-Length", "6")
			.hasHeader("X-Content-Type-Options", "nosniff")
			.hasHeader("Content-Disposition", "inline; filename=\"web.webp\"")
			.hasBodyTextEqualTo("pixels");
	}

	@Test
	void originalIsSavedAndNotKeptByCaches() {
		given(this.store.open(ORIGINAL)).willReturn(object("image/jpeg"));
		assertThat(this.mvc.get().uri(this.links.original(ORIGINAL, this.soon))).hasStatusOk()
			.hasHeader("Content-Type", "image/jpeg")
			.hasHeader("Cache-Control", "no-store")
			.hasHeader("Content-Disposition", "attachment; filename=\"original.jpg\"");
	}

	@Test
	void deletedObjectIsNotFound() {
		given(this.store.open(VARIANT)).willReturn(Optional.empty());
		assertThat(this.mvc.get().uri(this.links.variant(VARIANT, this.soon))).hasStatus(404)
			.hasContentType("application/problem+json");
	}

	@Test
	void expiredLinkIsForbiddenAndTheStoreNotAsked() {
		assertThat(this.mvc.get().uri(this.links.variant(VARIANT, Instant.EPOCH))).hasStatus(403)
			.hasContentType("application/problem+json");
		verify(this.store, never()).open(anyString());
	}

	@Test
	void requestWithoutASignatureIsForbidden() {
		assertThat(this.mvc.get().uri("/files/" + VARIANT)).hasStatus(403).hasContentType("application/problem+json");
	}

	private static Optional<OpenObject> object(String contentType) {
		byte[] bytes = "pixels".getBytes(StandardCharsets.UTF_8);
		return Optional.of(new OpenObject(new ByteArrayInputStream(bytes), contentType, bytes.length));
	}

}
