package org.imageingest.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.imageingest.model.identity.Identifiers;
import org.imageingest.model.message.ProcessedImage;
import org.imageingest.model.recipe.Recipe;
import org.imageingest.model.recipe.Variant;
import org.imageingest.model.storage.ImageDocument;
import org.imageingest.model.storage.ImageDocument.PublishedVariant;
import org.imageingest.model.storage.ImageDocument.Source;
import org.imageingest.store.Renewal.Made;
import org.imageingest.testkit.store.S3TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ImageRenewerIntegrationTests {

	private static final Instant LATER = StoreFixture.ACCEPTED_AT.plusSeconds(60);

	private static S3TestServer server;

	@TempDir
	private Path folder;

	private StoreFixture fixture;

	private ProcessedImage first;

	private ImageDocument former;

	@BeforeAll
	static void startServer() throws Exception {
		server = S3TestServer.start();
	}

	@AfterAll
	static void stopServer() throws Exception {
		server.close();
	}

	@BeforeEach
	void publish() throws IOException {
		this.fixture = new StoreFixture(server);
		this.first = this.fixture.staged("sea");
		this.fixture.publisher.publish(this.first, Source.upload(), () -> true);
		this.former = shown();
	}

	@AfterEach
	void close() {
		this.fixture.close();
	}

	@Test
	void aNewSetIsShownAndTheOldOneIsStillThereForWhoeverReadTheFormerDocument() throws Exception {
		List<String> before = this.fixture.publishedKeys();
		Renewal renewal = renewal(this.former, Set.of());
		assertThat(this.fixture.renewer.renew(renewal, () -> true)).isEqualTo(PublishOutcome.PUBLISHED);
		ImageDocument renewed = shown();
		assertThat(renewed.runId()).isEqualTo(renewal.runId());
		assertThat(renewed.recipeVersion()).isEqualTo(2);
		assertThat(renewed.variants()).hasSize(4)
			.allSatisfy((variant) -> assertThat(variant.key()).contains("/" + renewal.runId() + "/"));
		assertThat(renewed.original()).isEqualTo(this.former.original());
		assertThat(renewed.tags()).isEqualTo(this.former.tags());
		assertThat(renewed.source()).isEqualTo(this.former.source());
		assertThat(renewed.createdAt()).isEqualTo(this.former.createdAt());
		assertThat(renewed.acceptedAt()).isEqualTo(this.former.acceptedAt());
		assertThat(this.fixture.publishedKeys()).containsAll(before).hasSize(before.size() + 4);
	}

	@Test
	void whatStaysIsNamedInTheRunThatMadeIt() throws Exception {
		Renewal renewal = renewal(this.former, Set.of("web", "web_legacy", "thumbnail_legacy"));
		this.fixture.store.delete(this.former.variants().getFirst().key());
		assertThat(this.fixture.renewer.lostVariants(this.former)).containsExactly("thumbnail");
		this.fixture.renewer.renew(renewal, () -> true);
		assertThat(this.fixture.renewer.lostVariants(shown())).isEmpty();
		assertThat(shown().variants()).extracting(PublishedVariant::name)
			.containsExactlyElementsOf(this.former.variants().stream().map(PublishedVariant::name).toList());
		assertThat(this.fixture.keysOfRun(renewal.runId())).hasSize(1);
	}

	@Test
	void tagsThatAnUploadOfTheSameBytesAddsMeanwhileStay() throws Exception {
		Renewal renewal = renewal(this.former, Set.of());
		ProcessedImage again = this.fixture.staged("sun");
		this.fixture.renewer.renew(renewal, () -> {
			this.fixture.publisher.publish(again, Source.upload(), () -> true);
			return true;
		});
		assertThat(shown().tags()).containsExactly("sea", "sun");
		assertThat(shown().runId()).isEqualTo(renewal.runId());
	}

	@Test
	void anImageDeletedSinceItWasReadStaysDeleted() throws Exception {
		this.fixture.remover.remove(this.former.imageId(), () -> LATER);
		assertThat(this.fixture.renewer.renew(renewal(this.former, Set.of()), () -> true))
			.isEqualTo(PublishOutcome.IMAGE_DELETED);
		assertThat(this.fixture.publishedKeys()).isEmpty();
	}

	@Test
	void anImageDeletedRightBeforeTheCommitStaysDeleted() throws Exception {
		assertThat(this.fixture.renewer.renew(renewal(this.former, Set.of("web")), () -> {
			this.fixture.remover.remove(this.former.imageId(), () -> LATER);
			return true;
		})).isEqualTo(PublishOutcome.IMAGE_DELETED);
		assertThat(this.fixture.publishedKeys()).isEmpty();
	}

	/** A deletion that saw the former document and has yet to remove the objects. */
	@Test
	void aMarkThatComesWithTheCommitTakesTheNewDocument() throws Exception {
		assertThat(this.fixture.renewer.renew(renewal(this.former, Set.of()), () -> {
			this.fixture.bury(this.former.imageId(), LATER);
			return true;
		})).isEqualTo(PublishOutcome.IMAGE_DELETED);
		assertThat(this.fixture.documents.find(this.former.imageId())).isEmpty();
		assertThat(this.fixture.renewer.takeBackDeleted(this.former)).isTrue();
	}

	@Test
	void aDeletionAfterTheCommitTakesBothSets() throws Exception {
		this.fixture.renewer.renew(renewal(this.former, Set.of("web")), () -> true);
		ImageDocument renewed = shown();
		this.fixture.remover.remove(renewed.imageId(), () -> LATER);
		assertThat(this.fixture.documents.find(renewed.imageId())).isEmpty();
		assertThat(this.fixture.publishedKeys()).doesNotContainAnyElementsOf(ImageObjects.named(renewed));
	}

	@Test
	void aReplacementByAnotherWriterIsNotOverwritten() throws Exception {
		Renewal late = renewal(this.former, Set.of());
		this.fixture.renewer.renew(renewal(this.former, Set.of()), () -> true);
		ImageDocument other = shown();
		assertThatExceptionOfType(PublishConflictException.class)
			.isThrownBy(() -> this.fixture.renewer.renew(late, () -> true));
		assertThat(shown()).isEqualTo(other);
		assertThat(this.fixture.keysOfRun(late.runId())).isEmpty();
	}

	@Test
	void whoeverLostTheClaimReplacesNothingAndLeavesNothing() throws Exception {
		Renewal renewal = renewal(this.former, Set.of());
		assertThat(this.fixture.renewer.renew(renewal, () -> false)).isEqualTo(PublishOutcome.CLAIM_MISSING);
		assertThat(shown()).isEqualTo(this.former);
		assertThat(this.fixture.keysOfRun(renewal.runId())).isEmpty();
	}

	/** The renewed document goes on to name objects of the run that comes once more. */
	@Test
	void aSecondDeliveryOfTheFirstPublicationTakesNothingThatIsShown() throws Exception {
		this.fixture.renewer.renew(renewal(this.former, Set.of("web")), () -> true);
		assertThat(this.fixture.publisher.publish(this.first, Source.upload(), () -> true))
			.isEqualTo(PublishOutcome.ALREADY_PUBLISHED);
		assertThat(this.fixture.publisher.publish(this.first, Source.upload(), () -> false))
			.isEqualTo(PublishOutcome.CLAIM_MISSING);
		assertThat(this.fixture.publishedKeys()).containsAll(ImageObjects.named(shown()));
	}

	@Test
	void imagesAreNamedInTheirOrderBehindAnyOfThem() {
		this.fixture.store.put("documents/img_b/metadata.json", StoreFixture.bytes("{}"), "application/json");
		this.fixture.store.put("documents/img_z/metadata.json", StoreFixture.bytes("{}"), "application/json");
		String known = StoreFixture.IMAGE_ID;
		assertThat(this.fixture.documents.imageIds("", null)).containsExactly("img_b", known, "img_z");
		assertThat(this.fixture.documents.imageIds("", "img_b")).containsExactly(known, "img_z");
		assertThat(this.fixture.documents.imageIds("img_z", null)).containsExactly("img_z");
	}

	private ImageDocument shown() {
		return this.fixture.documents.find(StoreFixture.IMAGE_ID).orElseThrow();
	}

	private Renewal renewal(ImageDocument document, Set<String> kept) throws IOException {
		return renewal(document, kept, this.folder);
	}

	static Renewal renewal(ImageDocument document, Set<String> kept, Path folder) throws IOException {
		Path file = Files.write(folder.resolve("variant"), StoreFixture.bytes("anew"));
		List<Made> made = Recipe.standard()
			.variants()
			.stream()
			.filter((variant) -> !kept.contains(variant.name()))
			.map((variant) -> made(variant, file))
			.toList();
		return new Renewal(document, Identifiers.newRunId(), 2, "portable", made, List.copyOf(kept), null,
				document.metadata(), document.removed(), document.warnings(), document.placeholder());
	}

	private static Made made(Variant variant, Path file) {
		return new Made(variant.name(), variant.format(), variant.fileName(), file, 300, 200, 4);
	}

}
