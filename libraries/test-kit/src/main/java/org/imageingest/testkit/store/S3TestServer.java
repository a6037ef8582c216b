package org.imageingest.testkit.store;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.imageingest.data.store.ObjectFiles;

/**
 * A server that speaks the S3 protocol, with signatures, on a free port of this machine.
 * Its objects lie in a temporary folder that goes with it.
 */
public final class S3TestServer implements AutoCloseable {

	/** Access key that it takes. */
	public static final String ACCESS_KEY = "test-access-key";

	/** Secret of the access key. */
	public static final String SECRET_KEY = "test-secret-key";

	private final Path root;

	private final S3Proxy server;

	private S3TestServer(Path root, S3Proxy server) {
		this.root = root;
		this.server = server;
	}

	/**
	 * Starts a server without buckets.
	 * @return the running server
	 * @throws Exception if it does not start
	 */
	public static S3TestServer start() throws Exception {
		return start(Files.createTempDirectory("s3-test-server"), 0);
	}

	/**
	 * Starts a server that keeps its objects in a given folder.
	 * @param folder a folder, removed when the server is closed
	 * @param port where it listens; 0 for any free port
	 * @return the running server
	 * @throws Exception if it does not start
	 */
	static S3TestServer start(Path folder, int port) throws Exception {
		return start(folder, (server) -> server.endpoint(URI.create("http://127.0.0.1:" + port)), new S3Faults());
	}

	/**
	 * Starts a server without buckets that fails as it is told.
	 * @param faults tells it how
	 * @return the running server
	 * @throws Exception if it does not start
	 */
	public static S3TestServer start(S3Faults faults) throws Exception {
		return start(Files.createTempDirectory("s3-test-server"),
				(server) -> server.endpoint(URI.create("http://127.0.0.1:0")), faults);
	}

	/**
	 * Starts a server without buckets that is reached by TLS.
	 * @param keyStore PKCS#12 file with its key and certificate
	 * @param password password of that file
	 * @return the running server
	 * @throws Exception if it does not start
	 */
	public static S3TestServer startSecure(Path keyStore, String password) throws Exception {
		return start(Files.createTempDirectory("s3-test-server"),
				(server) -> server.secureEndpoint(URI.create("https://127.0.0.1:0"))
					.keyStore(keyStore.toString(), password),
				new S3Faults());
	}

	private static S3TestServer start(Path folder, UnaryOperator<S3Proxy.Builder> endpoint, S3Faults faults)
			throws Exception {
		Path root = folder.toAbsolutePath();
		S3Proxy server = endpoint.apply(S3Proxy.builder())
			.blobStore(new FaultyBlobStore(new ObjectFiles(root), faults))
			.awsAuthentication(AuthenticationType.AWS_V2_OR_V4, ACCESS_KEY, SECRET_KEY)
			// The SDK sends headers that no file system can honour.
			.ignoreUnknownHeaders(true)
			.build();
		server.start();
		return new S3TestServer(root, server);
	}

	/**
	 * Makes an empty bucket, so that tests need not clean up.
	 * @return its name
	 * @throws IOException if the disk fails
	 */
	public String newBucket() throws IOException {
		String bucket = "bucket-" + UUID.randomUUID();
		// To this server a bucket is a folder, public if everybody may read the folder.
		Files.createDirectory(this.root.resolve(bucket),
				PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
		return bucket;
	}

	/**
	 * Returns the bucket that lies in the folder, made if there is none.
	 * @return its name
	 * @throws IOException if the disk fails
	 */
	String onlyBucket() throws IOException {
		try (Stream<Path> buckets = Files.list(this.root)) {
			List<String> names = buckets.map((bucket) -> bucket.getFileName().toString()).toList();
			return names.isEmpty() ? newBucket() : names.getFirst();
		}
	}

	public URI endpoint() {
		int secure = this.server.getSecurePort();
		return (secure > 0) ? URI.create("https://127.0.0.1:" + secure)
				: URI.create("http://127.0.0.1:" + this.server.getPort());
	}

	/**
	 * Returns the settings of an app that is to use a bucket of this server.
	 * @param bucket the bucket
	 * @return properties as {@code name=value}
	 */
	public String[] properties(String bucket) {
		return new String[] { "store.endpoint=" + endpoint(), "store.bucket=" + bucket,
				"store.access-key=" + ACCESS_KEY, "store.secret-key=" + SECRET_KEY };
	}

	@Override
	public void close() throws IOException {
		try {
			this.server.stop();
		}
		catch (Exception ex) {
			throw new IllegalStateException("The server does not stop", ex);
		}
		try (Stream<Path> files = Files.walk(this.root)) {
			for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.delete(file);
			}
		}
	}

}
