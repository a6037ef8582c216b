package org.imageingest.testkit.store;

import java.nio.file.Path;

/**
 * Runs the S3 server by itself, with one empty bucket.
 */
final class S3TestServerApplication {

	private S3TestServerApplication() {
	}

	/**
	 * Starts the server, and says when it is ready.
	 * @param arguments the folder for its objects, and the port, 0 for any; a bucket that
	 * lies in the folder is served again
	 * @throws Exception if it does not start
	 */
	public static void main(String[] arguments) throws Exception {
		S3TestServer server = S3TestServer.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
		System.out.println("Ready: " + server.endpoint() + "/" + server.onlyBucket());
	}

}
