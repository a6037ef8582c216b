package org.imageingest.engine.worker;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.imageingest.engine.EngineRequest;
import org.imageingest.engine.EngineResult;
import org.imageingest.engine.RenderedVariant;
import org.imageingest.engine.format.ImageFormat;
import org.imageingest.engine.worker.protocol.Answer.Made;
import org.imageingest.engine.worker.protocol.Answer.MadeVariant;
import org.imageingest.engine.worker.protocol.ProtocolException;
import org.imageingest.model.storage.ImageMetadata;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CheckedResultTests {

	private static final ImageMetadata METADATA = new ImageMetadata(1, 1, 1, 1, 1, null, null, null, null, null, null,
			null, null, null, null, null);

	@TempDir
	private Path output;

	private EngineRequest request;

	@BeforeEach
	void makeVariants() throws Exception {
		this.request = TestRun.request(this.output.resolve("photo"), this.output);
		Files.writeString(this.output.resolve("thumbnail.webp"), "picture");
		Files.writeString(this.output.resolve("web.webp"), "picture");
		Files.createFile(this.output.resolve("web.jpg"));
		Files.createSymbolicLink(this.output.resolve("thumbnail.jpg"), this.output.resolve("web.webp"));
	}

	@Test
	void variantsAreWhatTheRecipeSays() throws Exception {
		EngineResult result = CheckedResult.of(made(new MadeVariant(0, 300, 1), new MadeVariant(2, 20, 30)),
				this.request);
		assertThat(result.variants()).containsExactly(
				new RenderedVariant(this.request.recipe().variants().get(0), this.output.resolve("thumbnail.webp"), 300,
						1),
				new RenderedVariant(this.request.recipe().variants().get(2), this.output.resolve("web.webp"), 20, 30));
	}

	@Test
	void variantsThatCannotBeAreRefused() {
		assertRefused(made(new MadeVariant(4, 1, 1)));
		assertRefused(made(new MadeVariant(-1, 1, 1)));
		assertRefused(made(new MadeVariant(0, 1, 1), new MadeVariant(0, 1, 1)));
		assertRefused(made(new MadeVariant(0, 301, 1)));
		assertRefused(made(new MadeVariant(0, 1, 0)));
	}

	@Test
	void filesThatAreLinksOrEmptyAreRefused() {
		assertRefused(made(new MadeVariant(1, 1, 1)));
		assertRefused(made(new MadeVariant(3, 1, 1)));
	}

	@Test
	void textsThatAreNoWordsAreRefused() {
		assertRefused(new Made("portable", ImageFormat.JPEG, METADATA, List.of(), List.of(),
				List.of("Please sign in at http://example.com"), null, false));
		assertRefused(new Made("", ImageFormat.JPEG, METADATA, List.of(), List.of(), List.of(), null, false));
	}

	@Test
	void placeholdersAreBase64OfTheirLength() {
		assertRefused(made("<script>", false));
		assertRefused(made("A".repeat(40), false));
	}

	@Test
	void anOriginalWithoutLocationIsAskedForAndThere() throws Exception {
		Path copy = this.output.resolve(EngineRequest.STRIPPED_ORIGINAL);
		Made made = made("H/gBDYQyAGMWAdQoRn5UVu6PlQga", true);
		EngineRequest asked = this.request.withStrippedLocation(true);
		assertThatExceptionOfType(ProtocolException.class).isThrownBy(() -> CheckedResult.of(made, asked));
		Files.writeString(copy, "photo");
		assertRefused(made);
		assertThat(CheckedResult.of(made, asked).strippedOriginal()).isEqualTo(copy);
	}

	private static Made made(String placeholder, boolean strippedOriginal) {
		return new Made("portable", ImageFormat.JPEG, METADATA, List.of(), List.of(), List.of(), placeholder,
				strippedOriginal);
	}

	private void assertRefused(Made made) {
		assertThatExceptionOfType(ProtocolException.class).isThrownBy(() -> CheckedResult.of(made, this.request));
	}

	private static Made made(MadeVariant... variants) {
		return new Made("portable", ImageFormat.JPEG, METADATA, List.of("gps"), List.of(variants),
				List.of("variant-not-made:web"), null, false);
	}

}
