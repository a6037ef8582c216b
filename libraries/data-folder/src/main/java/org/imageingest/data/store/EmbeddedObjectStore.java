package org.imageingest.data.store;

import java.net.URI;
import java.nio.file.Files;
import java.time.Clock;

import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.imageingest.data.StartException;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * An S3 server in this process, on 127.0.0.1 only, whose objects are files below a
 * folder.
 */
public final class EmbeddedObjectStore implements AutoCloseable {

	/** The region to sign for; the server takes any. */
	public static final String REGION = "us-east-1";

	private final ObjectFiles files;

	private final S3Proxy server;

	private EmbeddedObjectStore(ObjectFiles files, S3Proxy server) {
		this.files = files;
		this.server = server;
	}

	/**
	 * Starts a server and sees to it that the bucket is there, by a request to it.
	 * @param settings what it needs to know
	 * @return the running server
	 * @throws StartException if it does not run then
	 */
	public static EmbeddedObjectStore start(ObjectStoreSettings settings) {
		try {
			ObjectFiles files = new ObjectFiles(Files.createDirectories(settings.folder().toAbsolutePath()));
			EmbeddedObjectStore store = new EmbeddedObjectStore(files, server(settings, files));
			try {
				store.server.start();
				store.ensureBucket(settings);
				return store;
			}
			catch (Exception ex) {
				store.close();
				throw ex;
			}
		}
		catch (Exception ex) {
			throw new StartException("The object store did not start on port %s with the folder %s: %s".formatted(
					(settings.port() != 0) ? Integer.toString(settings.port()) : "(any free)", settings.folder(),
					ex.getMessage()), ex);
		}
	}

	private static S3Proxy server(ObjectStoreSettings settings, ObjectFiles files) {
		return S3Proxy.builder()
			.blobStore(files)
			.endpoint(URI.create("http://127.0.0.1:" + settings.port()))
			.awsAuthentication(AuthenticationType.AWS_V2_OR_V4, settings.accessKey(), settings.secretKey())
			// The SDK sends headers that no file system can honour.
			.ignoreUnknownHeaders(true)
			.build();
	}

	private void ensureBucket(ObjectStoreSettings settings) {
		try (S3Client client = S3Client.builder()
			.httpClientBuilder(Apache5HttpClient.builder())
			.endpointOverride(endpoint())
			.forcePathStyle(true)
			.region(Region.of(REGION))
			.credentialsProvider(StaticCredentialsProvider
				.create(AwsBasicCredentials.create(settings.accessKey(), settings.secretKey())))
			.build()) {
			if (client.listBuckets().buckets().stream().noneMatch((it) -> it.name().equals(settings.bucket()))) {
				client.createBucket((request) -> request.bucket(settings.bucket()));
			}
		}
	}

	/**
	 * Returns where it listens.
	 * @return an address without a path
	 */
	public URI endpoint() {
		return URI.create("http://127.0.0.1:" + this.server.getPort());
	}

	/**
	 * Returns a client for programs in this process, whose requests do not leave it.
	 * Requests of others, over the network, see the same objects.
	 * @param calls looks at each of its calls
	 * @return a client; closing it closes nothing here
	 */
	public S3Client client(StoreCalls calls) {
		return new InProcessS3Client(this.files, calls, Clock.systemUTC());
	}

	@Override
	public void close() throws Exception {
		this.server.stop();
	}

}
