package org.imageingest.testkit.network;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Stands between a client and a server and forwards what they say, until a test cuts the
 * line, slows it down or keeps it silent.
 */
public final class TcpProxy implements Closeable {

	private final InetSocketAddress target;

	private final int port;

	private final Set<Socket> sockets = new HashSet<>();

	private final Line line = new Line();

	/** Absent while the line is cut. */
	private @Nullable Listener listener;

	private TcpProxy(InetSocketAddress target, int port) {
		this.target = target;
		this.port = port;
	}

	/**
	 * Starts a proxy on a free port of 127.0.0.1.
	 * @param host host of the server
	 * @param port port of the server
	 * @return the proxy
	 * @throws IOException if it cannot listen
	 */
	public static TcpProxy to(String host, int port) throws IOException {
		TcpProxy proxy = new TcpProxy(new InetSocketAddress(host, port), FreePort.find());
		proxy.restore();
		return proxy;
	}

	/**
	 * Returns where clients find it; the same before a cut and after it.
	 * @return a port of 127.0.0.1
	 */
	public int port() {
		return this.port;
	}

	/** Closes every connection and refuses new ones. */
	public synchronized void cut() throws IOException {
		if (this.listener != null) {
			this.listener.close();
			this.listener = null;
		}
		for (Socket socket : Set.copyOf(this.sockets)) {
			close(socket);
		}
	}

	/** Breaks every connection off without a good-bye; new ones are taken. */
	public synchronized void reset() throws IOException {
		for (Socket socket : Set.copyOf(this.sockets)) {
			socket.setSoLinger(true, 0);
			close(socket);
		}
	}

	/** Keeps every connection open, takes new ones, and forwards nothing any more. */
	public void silence() {
		this.line.silence(true);
	}

	/**
	 * Lets whatever is said arrive later.
	 * @param delay how much later
	 */
	public void delay(Duration delay) {
		this.line.delay(delay);
	}

	/**
	 * Lets each connection carry only so much.
	 * @param bytesPerSecond bytes in a second, each way; 0 for no limit
	 */
	public void throttle(long bytesPerSecond) {
		this.line.throttle(bytesPerSecond);
	}

	/** Takes connections again, and forwards at once and without limit. */
	public synchronized void restore() throws IOException {
		this.line.delay(Duration.ZERO);
		this.line.throttle(0);
		this.line.silence(false);
		if (this.listener == null) {
			ServerSocket listening = new ServerSocket();
			listening.setReuseAddress(true);
			listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), this.port));
			this.listener = new Listener(listening, Thread.ofVirtual().start(() -> accept(listening)));
		}
	}

	@Override
	public void close() throws IOException {
		cut();
		this.line.silence(false);
	}

	private void accept(ServerSocket listening) {
		try {
			while (true) {
				Socket client = listening.accept();
				Thread.ofVirtual().start(() -> connect(listening, client));
			}
		}
		catch (IOException ex) {
			// The line was cut.
		}
	}

	private void connect(ServerSocket listening, Socket client) {
		Socket upstream = new Socket();
		try {
			upstream.connect(this.target);
		}
		catch (IOException ex) {
			close(client);
			return;
		}
		if (register(listening, client, upstream)) {
			Thread.ofVirtual().start(() -> forward(client, upstream));
			forward(upstream, client);
		}
		else {
			close(client);
			close(upstream);
		}
	}

	/** Returns false if the line was cut since the client came. */
	private synchronized boolean register(ServerSocket listening, Socket client, Socket upstream) {
		if (listening.isClosed()) {
			return false;
		}
		this.sockets.add(client);
		this.sockets.add(upstream);
		return true;
	}

	/** Whoever hangs up, the other side learns it. */
	private void forward(Socket from, Socket to) {
		try {
			this.line.transfer(from.getInputStream(), to.getOutputStream());
		}
		catch (IOException ex) {
			// One side is gone; so is the other now.
		}
		close(from);
		close(to);
	}

	private synchronized void close(Socket socket) {
		this.sockets.remove(socket);
		try {
			socket.close();
		}
		catch (IOException ex) {
			// It is of no use any more either way.
		}
	}

	/**
	 * Takes connections.
	 *
	 * @param socket where they come in
	 * @param thread accepts them
	 */
	private record Listener(ServerSocket socket, Thread thread) implements Closeable {

		/** The port is free only when the thread that waits on it has let go. */
		@Override
		public void close() throws IOException {
			this.socket.close();
			try {
				this.thread.join();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}

	}

}
