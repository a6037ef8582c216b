package org.imageingest.bulk.https;

import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.util.Timeout;

import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The client for web servers. It takes the bytes as they are sent, remembers nothing of
 * one answer for the next, and goes nowhere by itself.
 */
@Configuration(proxyBeanMethods = false)
class HttpsConfiguration {

	private static final int MAX_CONNECTIONS = 64;

	@Bean
	CloseableHttpClient photoClient(HttpsProperties properties, SslBundles bundles) {
		return HttpClients.custom()
			.setConnectionManager(connections(properties, bundles))
			.setUserAgent("image-ingest")
			.disableRedirectHandling()
			.disableAutomaticRetries()
			.disableContentCompression()
			.disableCookieManagement()
			.disableAuthCaching()
			.build();
	}

	private static PoolingHttpClientConnectionManager connections(HttpsProperties properties, SslBundles bundles) {
		PoolingHttpClientConnectionManagerBuilder builder = PoolingHttpClientConnectionManagerBuilder.create()
			.setDnsResolver(new CheckedAddresses(properties.allowPrivateAddresses()))
			.setMaxConnTotal(MAX_CONNECTIONS)
			.setMaxConnPerRoute(MAX_CONNECTIONS)
			.setDefaultConnectionConfig(ConnectionConfig.custom()
				.setConnectTimeout(Timeout.of(properties.connectTimeout()))
				.setSocketTimeout(Timeout.of(properties.readTimeout()))
				.build());
		String bundle = properties.sslBundle();
		if (bundle != null) {
			builder.setTlsSocketStrategy(new DefaultClientTlsStrategy(bundles.getBundle(bundle).createSslContext()));
		}
		return builder.build();
	}

}
