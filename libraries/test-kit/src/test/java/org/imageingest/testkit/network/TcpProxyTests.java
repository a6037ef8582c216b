package org.imageingest.testkit.network;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TcpProxyTests {

	private ServerSocket echo;

	private Thread server;

	private TcpProxy proxy;

	@BeforeEach
	void start() throws IOException {
		this.echo = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		this.server = Thread.ofVirtual().start(this::serve);
		this.proxy = TcpProxy.to("127.0.0.1", this.echo.getLocalPort());
	}

	@AfterEach
	void stop() throws IOException {
		this.proxy.close();
		this.echo.close();
	}

	@Test
	void forwardsBothWays() throws IOException {
		try (Socket client = connect()) {
			assertThat(say(client, "hello")).isEqualTo("hello");
			assertThat(say(client, "again")).isEqualTo("again");
		}
	}

	@Test
	void cutLineHangsUpAndTakesNobody() throws IOException {
		try (Socket client = connect()) {
			say(client, "hello");

			this.proxy.cut();

			assertThat(isHungUp(client)).isTrue();
			assertThatExceptionOfType(ConnectException.class).isThrownBy(this::connect);
		}
	}

	@Test
	void restoredLineIsFoundAtItsOldPort() throws IOException {
		this.proxy.cut();

		this.proxy.restore();

		try (Socket client = connect()) {
			assertThat(say(client, "hello")).isEqualTo("hello");
		}
	}

	@Test
	void resetLineBreaksOffAndTakesNewConnections() throws IOException {
		try (Socket client = connect()) {
			say(client, "hello");

			this.proxy.reset();

			assertThat(isHungUp(client)).isTrue();
		}
		try (Socket client = connect()) {
			assertThat(say(client, "again")).isEqualTo("again");
		}
	}

	@Test
	void silentLineTakesConnectionsAndAnswersOnceItIsRestored() throws IOException {
		this.proxy.silence();
		try (Socket client = connect()) {
			client.setSoTimeout(200);
			assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(() -> say(client, "hello"));

			client.setSoTimeout(5000);
			this.proxy.restore();

			assertThat(client.getInputStream().readNBytes(5)).asString().isEqualTo("hello");
		}
	}

	@Test
	void slowLineTakesItsTime() throws IOException {
		try (Socket client = connect()) {
			this.proxy.delay(Duration.ofMillis(100));
			assertThat(timeOf(client)).isGreaterThanOrEqualTo(Duration.ofMillis(200));

			this.proxy.delay(Duration.ZERO);
			this.proxy.throttle(50);
			assertThat(timeOf(client)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
		}
	}

	private static Duration timeOf(Socket client) throws IOException {
		long start = System.nanoTime();
		say(client, "hello");
		return Duration.ofNanos(System.nanoTime() - start);
	}

	@Test
	void serverThatIsGoneIsToldByHangingUp() throws Exception {
		this.echo.close();
		// Until its thread has let go the server may still take a connection.
		this.server.join();

		try (Socket client = connect()) {
			assertThat(isHungUp(client)).isTrue();
		}
	}

	private void serve() {
		try {
			while (true) {
				Socket client = this.echo.accept();
				Thread.ofVirtual().start(() -> repeat(client));
			}
		}
		catch (IOException ex) {
			// The test is over.
		}
	}

	private static void repeat(Socket client) {
		try (client) {
			client.getInputStream().transferTo(client.getOutputStream());
		}
		catch (IOException ex) {
			// Broken off, as some tests do.
		}
	}

	private Socket connect() throws IOException {
		Socket client = new Socket("127.0.0.1", this.proxy.port());
		client.setSoTimeout(5000);
		return client;
	}

	private static String say(Socket client, String text) throws IOException {
		client.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
		return new String(client.getInputStream().readNBytes(text.length()), StandardCharsets.US_ASCII);
	}

	private static boolean isHungUp(Socket client) {
		try {
			return client.getInputStream().read() == -1;
		}
		catch (IOException ex) {
			// A reset; a time-out would be one too, but says so in its class.
			return !(ex instanceof SocketTimeoutException);
		}
	}

}
