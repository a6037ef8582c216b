package org.imageingest.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/**
 * The port of the REST service, looked at before anything else is started.
 */
final class HttpPort {

	private HttpPort() {
	}

	/**
	 * Makes sure that a port is free.
	 * @param wanted the port; 0 = any free one
	 * @return the port
	 * @throws StartException if another program has it
	 */
	static int free(int wanted) {
		try (ServerSocket socket = new ServerSocket()) {
			// A port in the last throes of a former run counts as free.
			socket.setReuseAddress(true);
			socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), wanted));
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new StartException(
					"Port %d cannot be used: %s. Stop the program that has it, or give another one with --port."
						.formatted(wanted, ex.getMessage()),
					ex);
		}
	}

}
