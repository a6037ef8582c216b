package org.imageingest.standalone.files;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.web.util.UriComponents;
import org.springframework.web.util.UriComponentsBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class FileLinksTests {

	private static final String KEY = "images/img_a/run1/web.webp";

	private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

	private static final Instant LATER = NOW.plusSeconds(60);

	private final FileLinks links = links("00".repeat(32), NOW);

	@Test
	void linkStandsOnTheServiceAndNamesTheKey() {
		assertThat(this.links.variant(KEY, LATER)).hasScheme("http")
			.hasHost("127.0.0.1")
			.hasPort(8080)
			.hasPath("/files/" + KEY);
	}

	@Test
	void ownLinkIsAllowedUntilItExpires() {
		UriComponents link = parsed(this.links.variant(KEY, LATER));
		assertThat(allows(this.links, KEY, link)).isTrue();
		assertThat(allows(links("00".repeat(32), LATER.minusSeconds(1)), KEY, link)).isTrue();
		assertThat(allows(links("00".repeat(32), LATER), KEY, link)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "images/img_b/run1/web.webp", "images/img_a/run1/web.webp/",
			"originals/img_a/run1/original.jpg", "documents/img_a/metadata.json", "staging/job_a/original", "" })
	void signatureIsGoodForItsOwnKeyOnly(String otherKey) {
		assertThat(allows(this.links, otherKey, parsed(this.links.variant(KEY, LATER)))).isFalse();
	}

	@Test
	void lifetimeCannotBeStretched() {
		String signature = signature(parsed(this.links.variant(KEY, LATER)));
		assertThat(this.links.allows(KEY, LATER.plusSeconds(1).getEpochSecond(), signature)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "\u20ac" })
	void madeUpSignatureIsRefused(String signature) {
		assertThat(this.links.allows(KEY, LATER.getEpochSecond(), signature)).isFalse();
	}

	@Test
	void linkOfAnotherServiceIsRefused() {
		UriComponents foreign = parsed(links("11".repeat(32), NOW).variant(KEY, LATER));
		assertThat(allows(this.links, KEY, foreign)).isFalse();
	}

	@Test
	void nothingPrivateIsEverSigned() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.links.variant("staging/job_a/original", LATER));
		assertThatIllegalArgumentException().isThrownBy(() -> this.links.original(KEY, LATER));
	}

	private static FileLinks links(String key, Instant now) {
		return new FileLinks(URI.create("http://127.0.0.1:8080"), key, Clock.fixed(now, ZoneOffset.UTC));
	}

	private static boolean allows(FileLinks links, String key, UriComponents link) {
		long expires = Long.parseLong(link.getQueryParams().getFirst("expires"));
		return links.allows(key, expires, signature(link));
	}

	private static String signature(UriComponents link) {
		return link.getQueryParams().getFirst("signature");
	}

	private static UriComponents parsed(URI link) {
		return UriComponentsBuilder.fromUri(link).build();
	}

}
