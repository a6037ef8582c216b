package org.imageingest.model.message;

import java.util.Collections;
import java.util.List;

import org.imageingest.model.storage.ImageMetadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class MessageSizeTests {

	private final JsonMapper json = JsonMapper.builder().build();

	/** One, two, three and four bytes of UTF-8, and one that JSON escapes. */
	@ParameterizedTest
	@ValueSource(strings = { "a", "ä", "景", "🏔", "\"" })
	void theLargestLegalMessageFits(String character) {
		ImageMetadata metadata = ShortenedMetadata
			.of(TestMessages.metadata(TestMessages.text(character, MessageLimits.METADATA_TEXT_LENGTH)));
		byte[] message = this.json.writeValueAsBytes(TestMessages.largest(character, metadata));
		assertThat(message).hasSizeLessThan(MessageLimits.MESSAGE_BYTES);
	}

	@Test
	void metadataThatFitsIsKeptAsItIs() {
		ImageMetadata metadata = TestMessages.metadata("Canon");
		assertThat(ShortenedMetadata.of(metadata)).isEqualTo(metadata);
		ImageMetadata full = TestMessages.metadata("a".repeat(1999));
		assertThat(ShortenedMetadata.of(full)).isEqualTo(full);
	}

	@Test
	void noTextIsLongerThanItsLimit() {
		assertThat(ShortenedMetadata.of(TestMessages.metadata("a".repeat(5000))).caption())
			.hasSize(MessageLimits.METADATA_TEXT_LENGTH);
	}

	@Test
	void aPairIsNotTornApart() {
		String caption = ShortenedMetadata.of(TestMessages.metadata("a" + "🏔".repeat(2000))).caption();
		assertThat(caption).endsWith("🏔").hasSize(MessageLimits.METADATA_TEXT_LENGTH - 1);
	}

	@Test
	void shortTextsAreKeptWholeWhenLongOnesAreNot() {
		String long3 = "景".repeat(2000);
		ImageMetadata metadata = new ImageMetadata(1, 1, 1, 1, 1, null, null, null, "Canon", long3, null, long3, long3,
				long3, Collections.nCopies(1000, "湖"), long3);
		ImageMetadata kept = ShortenedMetadata.of(metadata);
		assertThat(kept.cameraMake()).isEqualTo("Canon");
		assertThat(kept.caption()).hasSize(1000);
	}

	@Test
	void keywordsTogetherCountAsOneText() {
		ImageMetadata metadata = TestMessages.metadata("Canon");
		List<String> many = Collections.nCopies(1000, "keyword");
		ImageMetadata kept = ShortenedMetadata.of(new ImageMetadata(1, 1, 1, 1, 1, null, null, null, null, null,
				metadata.gps(), null, null, null, many, null));
		assertThat(kept.keywords()).hasSize(250).containsOnly("keyword");
	}

}
