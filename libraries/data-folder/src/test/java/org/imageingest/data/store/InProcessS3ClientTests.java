package org.imageingest.data.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.MetadataDirective;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectCannedACL;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

/**
 * What one side writes, the other reads: the client of this process and one that comes
 * over the network.
 */
class InProcessS3ClientTests {

	private static final int OK = 200;

	private static final int FORBIDDEN = 403;

	private static final int PRECONDITION_FAILED = 412;

	private static final int NOT_FOUND = 404;

	@TempDir
	Path folder;

	private final List<String> calls = new ArrayList<>();

	private EmbeddedObjectStore store;

	private S3Client here;

	private S3Client remote;

	@BeforeEach
	void start() {
		this.store = EmbeddedObjectStore
			.start(new ObjectStoreSettings(this.folder.resolve("objects"), 0, "access", "secret", "images"));
		this.here = this.store.client(new StoreCalls() {
			@Override
			public <T> T call(String operation, Supplier<T> call) {
				InProcessS3ClientTests.this.calls.add(operation);
				return call.get();
			}
		});
		this.remote = S3Client.builder()
			.httpClientBuilder(Apache5HttpClient.builder())
			.endpointOverride(this.store.endpoint())
			.forcePathStyle(true)
			.region(Region.of(EmbeddedObjectStore.REGION))
			.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("access", "secret")))
			.build();
	}

	@AfterEach
	void stop() throws Exception {
		this.remote.close();
		this.store.close();
	}

	@Test
	void fileWrittenHereIsReadOverTheNetworkWithItsHeaders() throws Exception {
		putFile(this.here, "images/a/web.webp", "pixels");

		var object = this.remote.getObjectAsBytes((get) -> get.bucket("images").key("images/a/web.webp"));

		assertThat(object.asUtf8String()).isEqualTo("pixels");
		assertThat(object.response().contentType()).isEqualTo("image/webp");
		assertThat(object.response().cacheControl()).isEqualTo("public, max-age=86400");
	}

	@Test
	void entityTagOfAFileWrittenHereCannotBeTakenForADigest() throws Exception {
		putFile(this.here, "images/a", "pixels");
		String first = head(this.remote, "images/a").eTag();

		putFile(this.here, "images/a", "pixels");

		assertThat(first).matches("\"[0-9a-f]{32}-1\"");
		assertThat(head(this.remote, "images/a").eTag()).isNotEqualTo(first)
			.isEqualTo(head(this.here, "images/a").eTag());
	}

	@Test
	void objectWrittenOverTheNetworkIsReadHere() throws Exception {
		putFile(this.remote, "images/a", "pixels");
		Path file = this.folder.resolve("file");

		this.here.getObject((get) -> get.bucket("images").key("images/a"), file);

		assertThat(file).hasContent("pixels");
		assertThat(this.here.getObjectAsBytes((get) -> get.bucket("images").key("images/a")).asUtf8String())
			.isEqualTo("pixels");
		try (var stream = this.here.getObject((get) -> get.bucket("images").key("images/a"))) {
			assertThat(stream.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo("pixels");
			assertThat(stream.response().contentType()).isEqualTo("image/webp");
			assertThat(stream.response().eTag()).isEqualTo(head(this.remote, "images/a").eTag())
				.isEqualTo(head(this.here, "images/a").eTag());
		}
	}

	@Test
	void copyHasTheBytesAndTheHeadersThatWereAskedFor() throws Exception {
		putFile(this.remote, "staging/a", "pixels");
		Instant old = Instant.now().minus(Duration.ofDays(2));
		Files.setLastModifiedTime(this.folder.resolve("objects/images/staging/a"), FileTime.from(old));

		for (S3Client client : List.of(this.here, this.remote)) {
			var answer = client.copyObject((copy) -> copy.sourceBucket("images")
				.sourceKey("staging/a")
				.destinationBucket("images")
				.destinationKey("images/b")
				.metadataDirective(MetadataDirective.REPLACE)
				.contentType("image/jpeg"));

			HeadObjectResponse copy = head(this.remote, "images/b");
			assertThat(copy.contentType()).isEqualTo("image/jpeg");
			assertThat(copy.cacheControl()).isNull();
			assertThat(copy.eTag()).isEqualTo(head(this.remote, "staging/a").eTag());
			assertThat(answer.copyObjectResult().eTag()).as("answer to %s", client).isEqualTo(copy.eTag());
			// A sweep judges by it.
			assertThat(copy.lastModified()).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
			assertThat(this.remote.getObjectAsBytes((get) -> get.bucket("images").key("images/b")).asUtf8String())
				.isEqualTo("pixels");
		}
	}

	@Test
	void copyDoesNotInheritWhatItWasNotAskedFor() {
		this.remote.putObject((put) -> put.bucket("images").key("incoming/a").metadata(Map.of("owner", "anna")),
				RequestBody.fromString("pixels"));

		this.here.copyObject((copy) -> copy.sourceBucket("images")
			.sourceKey("incoming/a")
			.destinationBucket("images")
			.destinationKey("originals/a")
			.metadataDirective(MetadataDirective.REPLACE)
			.contentType("image/jpeg"));

		assertThat(head(this.remote, "originals/a").metadata()).isEmpty();
	}

	@Test
	void nobodyReadsWithoutASignatureWhatWasWrittenHere() throws Exception {
		putFile(this.here, "images/file", "pixels");
		this.here.putObject((put) -> put.bucket("images").key("images/bytes"), RequestBody.fromString("pixels"));
		this.remote.putObject((put) -> put.bucket("images").key("images/public").acl(ObjectCannedACL.PUBLIC_READ),
				RequestBody.fromString("pixels"));
		this.here.copyObject((copy) -> copy.sourceBucket("images")
			.sourceKey("images/public")
			.destinationBucket("images")
			.destinationKey("images/copy")
			.metadataDirective(MetadataDirective.REPLACE)
			.contentType("image/jpeg"));

		assertThat(withoutSignature("images/public")).isEqualTo(OK);
		assertThat(List.of(withoutSignature("images/file"), withoutSignature("images/bytes"),
				withoutSignature("images/copy")))
			.containsOnly(FORBIDDEN);
	}

	private int withoutSignature(String key) throws Exception {
		try (HttpClient client = HttpClient.newHttpClient()) {
			return client
				.send(HttpRequest.newBuilder(this.store.endpoint().resolve("/images/" + key)).build(),
						BodyHandlers.discarding())
				.statusCode();
		}
	}

	@Test
	void secondWriterOfAKeyIsRefusedWhenItAsksForANewOne() {
		putNew("first");

		assertThatExceptionOfType(S3Exception.class).isThrownBy(() -> putNew("second"))
			.satisfies((ex) -> assertThat(ex.statusCode()).isEqualTo(PRECONDITION_FAILED));
	}

	@Test
	void replacementAndDeletionOfAnotherVersionAreRefused() {
		putNew("first");

		assertThatExceptionOfType(S3Exception.class)
			.isThrownBy(() -> this.here.putObject(
					(put) -> put.bucket("images").key("documents/a").ifMatch("\"0123456789abcdef\""),
					RequestBody.fromString("second")))
			.satisfies((ex) -> assertThat(ex.statusCode()).isEqualTo(PRECONDITION_FAILED));
		assertThatExceptionOfType(S3Exception.class)
			.isThrownBy(() -> this.here
				.deleteObject((delete) -> delete.bucket("images").key("documents/a").ifMatch("\"0123456789abcdef\"")))
			.satisfies((ex) -> assertThat(ex.statusCode()).isEqualTo(PRECONDITION_FAILED));
	}

	@Test
	void replacementAndDeletionOfTheVersionThatWasReadAreDone() {
		putNew("first");
		String first = head(this.here, "documents/a").eTag();

		this.here.putObject((put) -> put.bucket("images").key("documents/a").ifMatch(first),
				RequestBody.fromString("second"));
		String second = head(this.here, "documents/a").eTag();
		this.here.deleteObject((delete) -> delete.bucket("images").key("documents/a").ifMatch(second));

		assertThat(this.remote.listObjectsV2((list) -> list.bucket("images")).contents()).isEmpty();
	}

	@Test
	void absentObjectIsToldAsOverTheNetwork() {
		assertThatExceptionOfType(NoSuchKeyException.class)
			.isThrownBy(() -> this.here.getObjectAsBytes((get) -> get.bucket("images").key("none")));
		assertThatExceptionOfType(NoSuchKeyException.class).isThrownBy(
				() -> this.here.getObject((get) -> get.bucket("images").key("none"), this.folder.resolve("file")));
		assertThatExceptionOfType(NoSuchKeyException.class).isThrownBy(() -> head(this.here, "none"));
		assertThatExceptionOfType(NoSuchKeyException.class)
			.isThrownBy(() -> this.here.copyObject((copy) -> copy.sourceBucket("images")
				.sourceKey("none")
				.destinationBucket("images")
				.destinationKey("b")
				.metadataDirective(MetadataDirective.REPLACE)
				.contentType("image/jpeg")));
		assertThatExceptionOfType(S3Exception.class)
			.isThrownBy(() -> this.here.headBucket((head) -> head.bucket("none")))
			.satisfies((ex) -> assertThat(ex.statusCode()).isEqualTo(NOT_FOUND));
		assertThatExceptionOfType(S3Exception.class).isThrownBy(() -> this.here
			.putObject((put) -> put.bucket("none").key("a").contentType("image/webp"), file("pixels")));
	}

	@Test
	void pagesOfAListFollowEachOther() {
		for (int i = 0; i < 7; i++) {
			String key = "images/a/" + i;
			this.here.putObject((put) -> put.bucket("images").key(key), RequestBody.fromString("pixels"));
		}

		assertThat(this.here
			.listObjectsV2Paginator(
					(list) -> list.bucket("images").prefix("images/a/").maxKeys(3).startAfter("images/a/1"))
			.contents()
			.stream()
			.map(S3Object::key)).containsExactly("images/a/2", "images/a/3", "images/a/4", "images/a/5", "images/a/6");
	}

	@Test
	void objectsAreDeletedTogether() throws Exception {
		putFile(this.here, "images/a", "pixels");
		putFile(this.here, "images/b", "pixels");

		this.here.deleteObjects((delete) -> delete.bucket("images")
			.delete((all) -> all.objects((one) -> one.key("images/a"), (one) -> one.key("images/b"),
					(one) -> one.key("none"))));

		assertThat(this.remote.listObjectsV2((list) -> list.bucket("images")).contents()).isEmpty();
	}

	@Test
	void keyDoesNotLeadOutOfTheBucket() throws Exception {
		Path secret = Files.writeString(this.folder.resolve("objects/secret"), "secret");
		Path file = this.folder.resolve("file");

		assertThatExceptionOfType(RuntimeException.class)
			.isThrownBy(() -> this.here.getObject((get) -> get.bucket("images").key("../secret"), file));
		assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> this.here
			.putObject((put) -> put.bucket("images").key("../secret").contentType("image/webp"), file("pixels")));

		assertThat(file).doesNotExist();
		assertThat(secret).hasContent("secret");
	}

	@Test
	void fileThatIsThereIsNotReplaced() throws Exception {
		putFile(this.here, "images/a", "pixels");
		Path file = file("kept");

		assertThatExceptionOfType(SdkClientException.class)
			.isThrownBy(() -> this.here.getObject((get) -> get.bucket("images").key("images/a"), file));

		assertThat(file).hasContent("kept");
	}

	@Test
	void timeOfTheStoreIsTold() {
		assertThat(this.here.headBucket((head) -> head.bucket("images")).sdkHttpResponse().firstMatchingHeader("Date"))
			.isPresent();
	}

	@Test
	void eachCallIsSeenOnce() throws Exception {
		putFile(this.here, "images/a", "pixels");
		head(this.here, "images/a");
		this.here.getObjectAsBytes((get) -> get.bucket("images").key("images/a"));
		this.here.listObjectsV2((list) -> list.bucket("images"));
		this.here.deleteObject((delete) -> delete.bucket("images").key("images/a"));

		assertThat(this.calls).containsExactly("PutObject", "HeadObject", "GetObject", "ListObjectsV2", "DeleteObject");
	}

	private void putFile(S3Client client, String key, String content) throws Exception {
		client.putObject(
				(put) -> put.bucket("images").key(key).contentType("image/webp").cacheControl("public, max-age=86400"),
				file(content));
	}

	private void putNew(String content) {
		this.here.putObject((put) -> put.bucket("images").key("documents/a").ifNoneMatch("*"),
				RequestBody.fromString(content));
	}

	private Path file(String content) {
		try {
			return Files.writeString(Files.createTempFile(this.folder, "photo", null), content);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static HeadObjectResponse head(S3Client client, String key) {
		return client.headObject((head) -> head.bucket("images").key(key));
	}

}
