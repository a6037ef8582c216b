package org.imageingest.source.security;

import java.net.URI;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Web sites whose scripts may call the API from a browser. None by default: servers and
 * apps do not ask.
 *
 * @param allowedOrigins web sites as scheme, host and port, such as
 * https://photos.example.org; no pattern, no path
 */
@ConfigurationProperties("ingest.cors")
record CorsProperties(@DefaultValue List<String> allowedOrigins) {

	CorsProperties {
		allowedOrigins.forEach(CorsProperties::check);
	}

	private static void check(String origin) {
		if (origin.contains("*")) {
			throw new IllegalArgumentException("ingest.cors.allowed-origins has '" + origin
					+ "': any web site could use a token that it got hold of; name each site");
		}
		URI uri = URI.create(origin);
		boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
		if (!web || uri.getHost() == null || !origin.equals(uri.getScheme() + "://" + uri.getRawAuthority())) {
			throw new IllegalArgumentException("ingest.cors.allowed-origins has '" + origin
					+ "', which is not scheme://host or scheme://host:port as browsers send it");
		}
	}

}
