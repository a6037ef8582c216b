package org.imageingest.source.security;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.imageingest.model.storage.ObjectKeys;
import org.imageingest.store.ImageUrls;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;

import org.springframework.stereotype.Component;

/**
 * What the pages of this service may load, and from where.
 */
@Component
class ContentPolicies {

	/**
	 * For the UI of the API's documentation; the digest is that of the style in its logo.
	 */
	static final String DOCUMENTATION = "default-src 'none'; script-src 'self'; style-src 'self'"
			+ " 'sha256-RL3ie0nH+Lzz2YNqQN83mnU0J1ot4QL7b99vMdIX99w='; img-src 'self' data:; font-src 'self'; connect-src 'self';"
			+ " frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

	private static final Logger log = LoggerFactory.getLogger(ContentPolicies.class);

	private static final String ANY_VARIANT = ObjectKeys.IMAGES + "img/run/web.webp";

	private static final String ANY_ORIGINAL = ObjectKeys.ORIGINALS + "img/run/original.jpg";

	private final ImageUrls urls;

	ContentPolicies(ImageUrls urls) {
		this.urls = urls;
	}

	/**
	 * Makes the policy of the upload page, which shows pictures from wherever clients
	 * fetch them.
	 * @return value of {@code Content-Security-Policy}
	 */
	String page() {
		String sources = Stream.concat(Stream.of("'self'", "blob:", "data:"), imageOrigins())
			.distinct()
			.collect(Collectors.joining(" "));
		return "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src " + sources
				+ "; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
	}

	/** Asked of what makes the addresses, so that it cannot differ from them. */
	private Stream<String> imageOrigins() {
		try {
			Instant soon = Instant.now().plus(Duration.ofMinutes(1));
			return Stream.of(this.urls.variant(ANY_VARIANT, soon), this.urls.original(ANY_ORIGINAL, soon))
				.map(ContentPolicies::origin);
		}
		catch (SdkException ex) {
			log.warn("Addresses of pictures cannot be signed, so the page will not show any", ex);
			return Stream.empty();
		}
	}

	private static String origin(URI address) {
		return address.getScheme() + "://" + address.getRawAuthority();
	}

}
