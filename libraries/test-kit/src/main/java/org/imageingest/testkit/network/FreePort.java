package org.imageingest.testkit.network;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A TCP port on this machine that nobody listens on.
 */
public final class FreePort {

	/**
	 * Ports from which no system takes one for outgoing connections: a server that comes
	 * up later, or for the second time, still finds its port free.
	 */
	private static final int FIRST = 20_000;

	private static final int LAST = 29_999;

	private static final int TRIES = 50;

	/** Whoever got one may not listen on it yet. */
	private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

	private FreePort() {
	}

	/**
	 * Finds a free port that this process was not given before.
	 * @return a port between 20000 and 29999
	 * @throws IllegalStateException if there seems to be none
	 */
	public static int find() {
		for (int attempt = 0; attempt < TRIES; attempt++) {
			int port = ThreadLocalRandom.current().nextInt(FIRST, LAST + 1);
			if (isFree(port) && GIVEN.add(port)) {
				return port;
			}
		}
		throw new IllegalStateException("No free port among " + TRIES + " from " + FIRST + " to " + LAST);
	}

	private static boolean isFree(int port) {
		try (ServerSocket socket = new ServerSocket()) {
			socket.setReuseAddress(true);
			socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

}
