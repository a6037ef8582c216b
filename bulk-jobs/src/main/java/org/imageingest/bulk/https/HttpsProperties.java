package org.imageingest.bulk.https;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What {@code https:} addresses in manifests may lead to.
 *
 * @param allowedHosts hosts that photos may be fetched from: {@code host},
 * {@code host:port}, or {@code *.domain} for all below it; none where empty
 * @param allowPrivateAddresses whether those hosts may lie in private networks or on this
 * machine
 * @param connectTimeout longest wait for a connection
 * @param readTimeout longest wait for further bytes
 * @param timeLimit longest time for a photo
 * @param sslBundle SSL bundle with the certificates to trust; those of the Java platform
 * if absent
 */
@ConfigurationProperties("bulk.import")
public record HttpsProperties(@DefaultValue List<String> allowedHosts,
		@DefaultValue("false") boolean allowPrivateAddresses, @DefaultValue("10s") Duration connectTimeout,
		@DefaultValue("30s") Duration readTimeout, @DefaultValue("5m") Duration timeLimit, @Nullable String sslBundle) {

	private static final String BELOW = "*.";

	private static final int PORT = 443;

	public HttpsProperties {
		allowedHosts = allowedHosts.stream().map((host) -> host.strip().toLowerCase(Locale.ROOT)).toList();
		for (String host : allowedHosts) {
			if (!host.matches("(\\*\\.)?[a-z0-9.\\[\\]:-]+")) {
				throw new IllegalArgumentException("bulk.import.allowed-hosts has '" + host
						+ "'; a host, host:port or *.domain is expected, without a scheme or path");
			}
		}
	}

	boolean allows(String host, int port) {
		String name = host.toLowerCase(Locale.ROOT);
		String suffix = (port == PORT) ? "" : ":" + port;
		return this.allowedHosts.stream()
			.anyMatch((allowed) -> allowed.startsWith(BELOW) ? (name + suffix).endsWith(allowed.substring(1))
					: allowed.equals(name + suffix) || allowed.equals(name + ":" + port));
	}

}
