package org.imageingest.store;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;

import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the objects are kept and how clients reach them.
 *
 * @param bucket name of the bucket; it must exist
 * @param endpoint address of an S3-compatible server; AWS where absent
 * @param publicEndpoint address under which clients reach that server, for signed URLs;
 * the endpoint where absent
 * @param publicBaseUrl address of a CDN or web server that serves the bucket's public
 * prefixes without signature
 * @param region region of the bucket
 * @param accessKey access key; the AWS SDK's default chain where absent
 * @param secretKey secret of the access key
 * @param pathStyle whether the bucket stands in the path instead of the host name; true
 * where an endpoint is given
 * @param sslBundle name of the SSL bundle ({@code spring.ssl.bundle.*}) whose
 * certificates are trusted, and presented if it has a key; the platform's where absent
 * @param trustedNetwork whether nobody can change what is sent to the endpoint over plain
 * HTTP, so that bodies need no signature; where absent, true for a server on this machine
 * @param requestChecksums whether requests carry checksums always or only when the
 * operation demands it
 * @param responseChecksums whether responses are checked always or only when the
 * operation demands it
 * @param originalAccess who may fetch originals without a signature
 * @param urlLifetime how long a signed URL works
 * @param connectTimeout longest wait for a connection
 * @param attemptTimeout longest wait for one attempt of a call
 * @param callTimeout longest wait for a call with its retries
 * @param maxConnections most connections held open
 */
@Validated
@ConfigurationProperties("store")
public record StoreProperties(@NotBlank String bucket, @Nullable URI endpoint, @Nullable URI publicEndpoint,
		@Nullable URI publicBaseUrl, @DefaultValue("us-east-1") String region, @Nullable String accessKey,
		@Nullable String secretKey, @Nullable Boolean pathStyle, @Nullable String sslBundle,
		@Nullable Boolean trustedNetwork, @DefaultValue("when-supported") ChecksumUse requestChecksums,
		@DefaultValue("when-supported") ChecksumUse responseChecksums,
		@DefaultValue("private") OriginalAccess originalAccess, @DefaultValue("1h") Duration urlLifetime,
		@DefaultValue("2s") Duration connectTimeout, @DefaultValue("20s") Duration attemptTimeout,
		@DefaultValue("60s") Duration callTimeout, @DefaultValue("64") int maxConnections) {

	/** When checksums are used. */
	public enum ChecksumUse {

		/** Wherever the SDK can. */
		WHEN_SUPPORTED,

		/** Only where the operation demands it; some S3-compatible servers need this. */
		WHEN_REQUIRED

	}

	/** Who may fetch originals, which keep their location and serial numbers. */
	public enum OriginalAccess {

		/** Only who holds a signed URL. */
		PRIVATE,

		/** Anybody, through {@code publicBaseUrl}. */
		PUBLIC

	}

	public StoreProperties {
		if ((accessKey == null) != (secretKey == null)) {
			throw new IllegalArgumentException("access-key and secret-key go together");
		}
	}

	boolean usesPathStyle() {
		return (this.pathStyle != null) ? this.pathStyle : this.endpoint != null;
	}

	/** Over TLS the SDK does so by itself. */
	boolean leavesBodiesUnsigned() {
		if (this.endpoint == null || !"http".equalsIgnoreCase(this.endpoint.getScheme())) {
			return false;
		}
		return (this.trustedNetwork != null) ? this.trustedNetwork : isThisMachine(this.endpoint.getHost());
	}

	/** A name may stand for another machine tomorrow. */
	private static boolean isThisMachine(String host) {
		try {
			return host.equalsIgnoreCase("localhost") || InetAddress.ofLiteral(host).isLoopbackAddress();
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

	/** Names the place, not the secrets: settings end up in logs. */
	@Override
	public String toString() {
		return "StoreProperties[bucket=" + this.bucket + ", endpoint=" + this.endpoint + "]";
	}

}
