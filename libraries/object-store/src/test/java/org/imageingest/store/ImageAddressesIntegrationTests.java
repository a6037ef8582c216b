package org.imageingest.store;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

import org.imageingest.model.message.ProcessedImage;
import org.imageingest.model.storage.ImageDocument;
import org.imageingest.model.storage.ImageDocument.Source;
import org.imageingest.model.storage.ObjectKeys;
import org.imageingest.store.StoreProperties.OriginalAccess;
import org.imageingest.testkit.store.S3TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.ssl.DefaultSslBundleRegistry;

import static org.assertj.core.api.Assertions.assertThat;

class ImageAddressesIntegrationTests {

	private static final HttpClient BROWSER = HttpClient.newHttpClient();

	private static S3TestServer server;

	private static StoreFixture fixture;

	private static ImageDocument document;

	private final Instant inAnHour = Instant.now().plus(Duration.ofHours(1));

	@BeforeAll
	static void publishAnImage() throws Exception {
		server = S3TestServer.start();
		fixture = new StoreFixture(server);
		ProcessedImage image = fixture.staged();
		fixture.bury(image.imageId(), StoreFixture.ACCEPTED_AT.minusSeconds(60));
		fixture.publisher.publish(image, Source.upload(), () -> true);
		document = fixture.documents.find(image.imageId()).orElseThrow();
		for (String prefix : new String[] { "incoming/", "reports/" }) {
			fixture.store.put(prefix + "file", StoreFixture.bytes("secret"), "text/plain");
		}
		fixture.store.put(ObjectKeys.IDENTITY_FINGERPRINT, StoreFixture.bytes("mark"), "text/plain");
	}

	@AfterAll
	static void stopServer() throws Exception {
		fixture.close();
		server.close();
	}

	@Test
	void aSignedAddressOfAVariantWorksAsItStands() throws Exception {
		var response = get(
				urls(null, OriginalAccess.PRIVATE).variant(document.variants().getFirst().key(), this.inAnHour));
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.body()).isEqualTo("thumbnail");
		assertThat(response.headers().firstValue("content-type")).hasValue("image/webp");
	}

	@Test
	void aSignedAddressOfAnOriginalMakesBrowsersSaveIt() throws Exception {
		var response = get(urls(null, OriginalAccess.PRIVATE).original(document.original().key(), this.inAnHour));
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.body()).isEqualTo("original");
		assertThat(response.headers().firstValue("content-disposition")).hasValue("attachment");
	}

	@Test
	void aSignatureIsGoodForOneKeyOnly() throws Exception {
		URI signed = urls(null, OriginalAccess.PRIVATE).variant(document.variants().getFirst().key(), this.inAnHour);
		URI other = URI.create(signed.toString().replace("thumbnail.webp", "web.webp"));
		assertThat(get(other).statusCode()).isEqualTo(403);
	}

	@Test
	void variantsStandOnThePublicBaseAndOriginalsDoNot() {
		ImageUrls urls = urls(URI.create("https://cdn.example.org/photos"), OriginalAccess.PRIVATE);
		String variant = document.variants().getFirst().key();
		assertThat(urls.variant(variant, this.inAnHour)).hasToString("https://cdn.example.org/photos/" + variant);
		assertThat(urls.original(document.original().key(), this.inAnHour)).hasHost("127.0.0.1")
			.hasParameter("X-Amz-Signature");
	}

	@Test
	void originalsStandOnThePublicBaseWhereTheOperatorSaysSo() {
		ImageUrls urls = urls(URI.create("https://cdn.example.org/"), OriginalAccess.PUBLIC);
		String original = document.original().key();
		assertThat(urls.original(original, this.inAnHour)).hasToString("https://cdn.example.org/" + original);
	}

	@ParameterizedTest
	@MethodSource("keysUnderEveryPrefix")
	void anonymousReadersAreRefusedEverywhere(String key) throws Exception {
		assertThat(fixture.store.exists(key)).isTrue();
		assertThat(get(address(key)).statusCode()).isEqualTo(403);
	}

	@Test
	void anonymousReadersMayNotListTheBucket() throws Exception {
		assertThat(get(address("")).statusCode()).isEqualTo(403);
	}

	static Stream<String> keysUnderEveryPrefix() {
		return fixture.store.list("").map(ListedObject::key);
	}

	private static ImageUrls urls(URI publicBaseUrl, OriginalAccess access) {
		StoreProperties properties = StoreFixture.properties(server.endpoint(), fixture.properties.bucket(),
				publicBaseUrl, access);
		return new PresignedImageUrls(new S3Clients(properties, new DefaultSslBundleRegistry()).presigner(), properties,
				Clock.systemUTC());
	}

	private static URI address(String key) {
		return URI.create(server.endpoint() + "/" + fixture.properties.bucket() + "/" + key);
	}

	private static HttpResponse<String> get(URI address) throws IOException, InterruptedException {
		return BROWSER.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
	}

}
