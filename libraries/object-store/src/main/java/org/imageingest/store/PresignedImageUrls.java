package org.imageingest.store;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * Addresses on the public base URL where there is one and the object may be public, else
 * presigned ones. Signing is arithmetic: no request is made.
 */
final class PresignedImageUrls implements ImageUrls {

	private final S3Presigner presigner;

	private final StoreProperties properties;

	private final Clock clock;

	PresignedImageUrls(S3Presigner presigner, StoreProperties properties, Clock clock) {
		this.presigner = presigner;
		this.properties = properties;
		this.clock = clock;
	}

	@Override
	public URI variant(String key, Instant expiresAt) {
		URI base = this.properties.publicBaseUrl();
		return (base != null) ? onBase(base, key) : presigned(key, expiresAt, null);
	}

	@Override
	public URI original(String key, Instant expiresAt) {
		URI base = this.properties.publicBaseUrl();
		if (base != null && this.properties.originalAccess() == StoreProperties.OriginalAccess.PUBLIC) {
			return onBase(base, key);
		}
		return presigned(key, expiresAt, "attachment");
	}

	private URI presigned(String key, Instant expiresAt, @Nullable String disposition) {
		return URI.create(
				this.presigner
					.presignGetObject(
							(presign) -> presign.signatureDuration(Duration.between(this.clock.instant(), expiresAt))
								.getObjectRequest((request) -> request.bucket(this.properties.bucket())
									.key(key)
									.responseContentDisposition(disposition)))
					.url()
					.toString());
	}

	private static URI onBase(URI base, String key) {
		String text = base.toString();
		return URI.create(text.endsWith("/") ? text + key : text + "/" + key);
	}

}
