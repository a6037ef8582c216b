package org.imageingest.bulk.https;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.imageingest.bulk.BulkProperties;
import org.imageingest.model.problem.ProblemException;
import org.imageingest.model.problem.ProblemType;
import org.imageingest.testkit.network.ServerCertificate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.jks.JksSslStoreBundle;
import org.springframework.boot.ssl.jks.JksSslStoreDetails;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class HttpsPhotosTests {

	private static final int ATTEMPTS = 3;

	@TempDir
	private static Path directory;

	private static ServerCertificate certificate;

	private static PhotoServer server;

	@BeforeAll
	static void start() throws Exception {
		certificate = ServerCertificate.in(directory);
		server = PhotoServer.start(certificate);
	}

	@AfterAll
	static void stop() {
		server.close();
	}

	@Test
	void aPhotoOfAnAllowedHostComesAsItIs() throws IOException {
		assertThat(read(allowed(), server.address("/photo.jpg"))).isEqualTo(PhotoServer.PHOTO);
	}

	@Test
	void whatIsNotAllowedIsNotAskedFor() {
		refused(settings(List.of("example.com", "*.localhost"), true), "/photo.jpg?1", ProblemType.FORBIDDEN,
				"localhost is none of the hosts that may be read (bulk.import.allowed-hosts)");
		refused(settings(List.of(), true), "/photo.jpg?1", ProblemType.FORBIDDEN, "bulk.import.allowed-hosts");
		refused(settings(List.of("localhost"), true), "/photo.jpg?1", ProblemType.FORBIDDEN,
				"bulk.import.allowed-hosts");
		long before = server.count("/photo.jpg");
		refused(settings(List.of(host()), false), "/photo.jpg", ProblemType.FORBIDDEN,
				"which is private; bulk.import.allow-private-addresses is not set");
		assertThat(server.count("/photo.jpg")).isEqualTo(before);
	}

	@Test
	void addressesWithoutAHostOrWithAPasswordAreRefused() {
		assertProblem(allowed(), "https:photo.jpg", ProblemType.INVALID_REQUEST, "no address");
		assertProblem(allowed(), "https://a b/", ProblemType.INVALID_REQUEST, "no address");
		assertProblem(allowed(), "https://me:secret@" + host() + "/photo.jpg", ProblemType.INVALID_REQUEST,
				"no address");
	}

	@Test
	void aRedirectLeadsNowhereElse() throws IOException {
		assertThat(read(allowed(), server.address("/moved"))).isEqualTo(PhotoServer.PHOTO);
		refused(allowed(), "/elsewhere", ProblemType.FORBIDDEN, "which is another host");
		refused(allowed(), "/insecure", ProblemType.FORBIDDEN, "which is another host");
		refused(allowed(), "/loop", ProblemType.NOT_FOUND, "redirects more than 5 times");
		assertThat(server.count("/loop")).isEqualTo(6);
	}

	@Test
	void whatMayPassIsTriedAgainAndThenSkipped() throws IOException {
		assertThat(read(allowed(), server.address("/second-time"))).isEqualTo(PhotoServer.PHOTO);
		refused(allowed(), "/500", ProblemType.PROCESSING_FAILED, "answers 500");
		assertThat(server.count("/500")).isEqualTo(ATTEMPTS);
		refused(allowed(), "/404", ProblemType.NOT_FOUND, "answers 404");
		assertThat(server.count("/404")).isEqualTo(1);
		refused(allowed(), "/broken", ProblemType.PROCESSING_FAILED, "broke off");
		assertThat(server.count("/broken")).isEqualTo(ATTEMPTS);
	}

	@Test
	void aServerThatHoldsALineIsLeft() {
		refused(impatient(Duration.ofMillis(300)), "/silent", ProblemType.PROCESSING_FAILED, "does not answer");
		refused(impatient(Duration.ofSeconds(10)), "/dripping", ProblemType.PROCESSING_FAILED,
				"took longer than bulk.import.time-limit");
	}

	/** Closing the answer does not read on to an end that never comes. */
	@Test
	void anEndlessPhotoIsLeftWhereTheReaderHasEnough() throws IOException {
		byte[] head = photos(allowed()).fetch(server.address("/endless"), (bytes, in) -> in.readNBytes(100_000));
		assertThat(head).hasSize(100_000);
	}

	@Test
	void aServerThatNobodyVouchesForIsNotTrusted() {
		refused(with(allowed(), null), "/photo.jpg", ProblemType.PROCESSING_FAILED, "localhost is not trusted");
	}

	@Test
	void hostsAreWrittenWithoutSchemeAndPath() {
		assertThatIllegalArgumentException().isThrownBy(() -> settings(List.of("https://example.com/"), false))
			.withMessageContaining("https://example.com/");
		HttpsProperties some = settings(List.of("Cdn.example.com", "*.example.org", "other.example:8443"), false);
		assertThat(some.allows("cdn.EXAMPLE.com", 443)).isTrue();
		assertThat(some.allows("cdn.example.com", 8443)).isFalse();
		assertThat(some.allows("a.cdn.example.com", 443)).isFalse();
		assertThat(some.allows("a.b.example.org", 443)).isTrue();
		assertThat(some.allows("example.org", 443)).isFalse();
		assertThat(some.allows("evilexample.org", 443)).isFalse();
		assertThat(some.allows("other.example", 8443)).isTrue();
		assertThat(some.allows("other.example", 443)).isFalse();
	}

	private static void refused(HttpsProperties properties, String path, ProblemType type, String reason) {
		assertProblem(properties, server.address(path), type, reason);
	}

	private static void assertProblem(HttpsProperties properties, String address, ProblemType type, String reason) {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> read(properties, address))
			.satisfies((ex) -> {
				assertThat(ex.problem().type()).isEqualTo(type.uri());
				assertThat(ex.problem().detail()).contains(reason);
			});
	}

	private static byte[] read(HttpsProperties properties, String address) throws IOException {
		return photos(properties).fetch(address, (bytes, in) -> in.readAllBytes());
	}

	private static HttpsPhotos photos(HttpsProperties properties) {
		DefaultSslBundleRegistry bundles = new DefaultSslBundleRegistry("test",
				SslBundle.of(new JksSslStoreBundle(null,
						JksSslStoreDetails.forLocation(certificate.keyStore().toUri().toString())
							.withPassword(certificate.password()))));
		BulkProperties.Retry retry = new BulkProperties.Retry(ATTEMPTS, Duration.ofMillis(1), 1, Duration.ofMillis(1));
		return new HttpsPhotos(properties, new HttpsConfiguration().photoClient(properties, bundles),
				new BulkProperties(1, 0, DataSize.ofMegabytes(1), DataSize.ofMegabytes(1), directory, retry,
						new BulkProperties.Lease(Duration.ofMinutes(1), Duration.ofSeconds(1)),
						new BulkProperties.Sources(List.of(), List.of())));
	}

	private static String host() {
		return "localhost:" + server.port();
	}

	private static HttpsProperties allowed() {
		return settings(List.of(host()), true);
	}

	private static HttpsProperties impatient(Duration readTimeout) {
		return new HttpsProperties(List.of(host()), true, Duration.ofSeconds(5), readTimeout, Duration.ofMillis(600),
				"test");
	}

	private static HttpsProperties settings(List<String> hosts, boolean privateAddresses) {
		return new HttpsProperties(hosts, privateAddresses, Duration.ofSeconds(10), Duration.ofSeconds(10),
				Duration.ofSeconds(20), "test");
	}

	private static HttpsProperties with(HttpsProperties properties, String bundle) {
		return new HttpsProperties(properties.allowedHosts(), true, properties.connectTimeout(),
				properties.readTimeout(), properties.timeLimit(), bundle);
	}

}
