package org.imageingest.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

import org.imageingest.data.StartException;

/**
 * The port of the REST service, looked at before anything else is started.
 */
final class HttpPort {

	private static final int ANY = 0;

	/**
	 * Ports from which no system takes one for outgoing connections (Linux begins at
	 * 32768, others at 49152): the parts that are started before the web server make many
	 * of those, and one of them might take the port that was just found free.
	 */
	private static final int FIRST = 20_000;

	private static final int LAST = 29_999;

	private static final int TRIES = 50;

	private HttpPort() {
	}

	/**
	 * Makes sure that a port is free.
	 * @param wanted the port; 0 = any free one
	 * @return the port
	 * @throws StartException if another program has it
	 */
	static int free(int wanted) {
		return (wanted != ANY) ? check(wanted) : anyFree();
	}

	private static int anyFree() {
		for (int attempt = 1;; attempt++) {
			try {
				return check(ThreadLocalRandom.current().nextInt(FIRST, LAST + 1));
			}
			catch (StartException ex) {
				if (attempt == TRIES) {
					throw ex;
				}
			}
		}
	}

	private static int check(int port) {
		try (ServerSocket socket = new ServerSocket()) {
			// A port in the last throes of a former run counts as free.
			socket.setReuseAddress(true);
			socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
			return port;
		}
		catch (IOException ex) {
			throw new StartException(
					"Port %d cannot be used: %s. Stop the program that has it, or give another one with --port."
						.formatted(port, ex.getMessage()),
					ex);
		}
	}

}
