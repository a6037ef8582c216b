package org.imageingest.data.store;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.imageingest.data.StartException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class EmbeddedObjectStoreIntegrationTests {

	private static final int FORBIDDEN = 403;

	private static final int NOT_FOUND = 404;

	private static final int PRECONDITION_FAILED = 412;

	private static final int WRITERS = 8;

	private static final int ADDITIONS = 25;

	@TempDir
	Path folder;

	@Test
	void objectSurvivesRestartOfTheServer() throws Exception {
		try (EmbeddedObjectStore store = start(0); S3Client client = client(store, "secret")) {
			client.putObject((put) -> put.bucket("images").key("images/a/web.webp").contentType("image/webp"),
					RequestBody.fromString("pixels"));
		}
		try (EmbeddedObjectStore store = start(0); S3Client client = client(store, "secret")) {
			var object = client.getObjectAsBytes((get) -> get.bucket("images").key("images/a/web.webp"));
			assertThat(object.asUtf8String()).isEqualTo("pixels");
			assertThat(object.response().contentType()).isEqualTo("image/webp");
		}
	}

	@Test
	void secondWriterOfAKeyIsRefusedWhenItAsksForANewOne() throws Exception {
		try (EmbeddedObjectStore store = start(0); S3Client client = client(store, "secret")) {
			putNew(client, "first");

			assertThatExceptionOfType(S3Exception.class).isThrownBy(() -> putNew(client, "second"))
				.satisfies((ex) -> assertThat(ex.statusCode()).isEqualTo(PRECONDITION_FAILED));

			assertThat(client.getObjectAsBytes((get) -> get.bucket("images").key("documents/a")).asUtf8String())
				.isEqualTo("first");
		}
	}

	@Test
	void ofReplacementsAtOnceOfTheSameVersionOneWins() throws Exception {
		try (EmbeddedObjectStore store = start(0);
				S3Client client = client(store, "secret");
				ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
			putNew(client, "");
			Callable<Void> writer = () -> {
				for (int addition = 0; addition < ADDITIONS; addition++) {
					addOne(client);
				}
				return null;
			};

			for (Future<Void> done : writers.invokeAll(Collections.nCopies(WRITERS, writer))) {
				done.get();
			}

			assertThat(client.getObjectAsBytes((get) -> get.bucket("images").key("documents/a")).asUtf8String())
				.hasSize(WRITERS * ADDITIONS);
		}
	}

	@Test
	void deletionOfAnotherVersionIsRefused() throws Exception {
		try (EmbeddedObjectStore store = start(0); S3Client client = client(store, "secret")) {
			putNew(client, "first");

			assertThatExceptionOfType(S3Exception.class)
				.isThrownBy(() -> client.deleteObject(
						(delete) -> delete.bucket("images").key("documents/a").ifMatch("\"0123456789abcdef\"")))
				.satisfies((ex) -> assertThat(ex.statusCode()).isEqualTo(PRECONDITION_FAILED));

			assertThat(client.getObjectAsBytes((get) -> get.bucket("images").key("documents/a")).asUtf8String())
				.isEqualTo("first");
		}
	}

	@Test
	void replacementOfWhatIsNotThereIsRefused() throws Exception {
		try (EmbeddedObjectStore store = start(0); S3Client client = client(store, "secret")) {
			assertThatExceptionOfType(S3Exception.class)
				.isThrownBy(() -> client.putObject(
						(put) -> put.bucket("images").key("documents/a").ifMatch("\"0123456789abcdef\""),
						RequestBody.fromString("second")))
				.satisfies((ex) -> assertThat(ex.statusCode()).isIn(NOT_FOUND, PRECONDITION_FAILED));
		}
	}

	@Test
	void wrongSecretIsRefused() throws Exception {
		try (EmbeddedObjectStore store = start(0); S3Client client = client(store, "wrong")) {
			assertThatExceptionOfType(S3Exception.class).isThrownBy(client::listBuckets)
				.satisfies((ex) -> assertThat(ex.statusCode()).isEqualTo(FORBIDDEN));
		}
	}

	@Test
	void nothingIsReadWithoutASignature() throws Exception {
		try (EmbeddedObjectStore store = start(0);
				S3Client client = client(store, "secret");
				HttpClient http = HttpClient.newHttpClient()) {
			client.putObject((put) -> put.bucket("images").key("images/a"), RequestBody.fromString("pixels"));
			URI object = store.endpoint().resolve("/images/images/a");
			assertThat(http.send(HttpRequest.newBuilder(object).build(), BodyHandlers.discarding()).statusCode())
				.isEqualTo(FORBIDDEN);
		}
	}

	@Test
	void takenPortStopsTheStartAndIsNamed() throws Exception {
		try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
			assertThatExceptionOfType(StartException.class).isThrownBy(() -> start(taken.getLocalPort()))
				.withMessageContaining(Integer.toString(taken.getLocalPort()))
				.withMessageContaining(this.folder.toString());
		}
	}

	private EmbeddedObjectStore start(int port) {
		return EmbeddedObjectStore.start(new ObjectStoreSettings(this.folder, port, "access", "secret", "images"));
	}

	private static void addOne(S3Client client) {
		boolean won = false;
		while (!won) {
			var read = client.getObjectAsBytes((get) -> get.bucket("images").key("documents/a"));
			try {
				client.putObject((put) -> put.bucket("images").key("documents/a").ifMatch(read.response().eTag()),
						RequestBody.fromString(read.asUtf8String() + "+"));
				won = true;
			}
			catch (S3Exception ex) {
				assertThat(ex.statusCode()).isEqualTo(PRECONDITION_FAILED);
			}
		}
	}

	private static void putNew(S3Client client, String content) {
		client.putObject((put) -> put.bucket("images").key("documents/a").ifNoneMatch("*"),
				RequestBody.fromString(content));
	}

	private static S3Client client(EmbeddedObjectStore store, String secret) {
		return S3Client.builder()
			.endpointOverride(store.endpoint())
			.forcePathStyle(true)
			.region(Region.of(EmbeddedObjectStore.REGION))
			.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("access", secret)))
			.build();
	}

}
