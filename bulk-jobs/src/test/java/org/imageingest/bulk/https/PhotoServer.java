package org.imageingest.bulk.https;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import org.imageingest.testkit.network.ServerCertificate;

/**
 * A web server with photos and bad manners.
 */
final class PhotoServer implements AutoCloseable {

	static final byte[] PHOTO = "a photo".getBytes();

	private static final int OK = 200;

	private final HttpsServer server;

	private final List<String> requests = new CopyOnWriteArrayList<>();

	private final CountDownLatch closed = new CountDownLatch(1);

	private PhotoServer(HttpsServer server) {
		this.server = server;
	}

	static PhotoServer start(ServerCertificate certificate) throws IOException, GeneralSecurityException {
		HttpsServer https = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		https.setHttpsConfigurator(new HttpsConfigurator(context(certificate)));
		https.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		PhotoServer photos = new PhotoServer(https);
		https.createContext("/", photos::answer);
		https.start();
		return photos;
	}

	private static SSLContext context(ServerCertificate certificate) throws IOException, GeneralSecurityException {
		KeyStore keys = KeyStore.getInstance("PKCS12");
		try (InputStream in = Files.newInputStream(certificate.keyStore())) {
			keys.load(in, certificate.password().toCharArray());
		}
		KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
		factory.init(keys, certificate.password().toCharArray());
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(factory.getKeyManagers(), null, null);
		return context;
	}

	private void answer(HttpExchange exchange) throws IOException {
		String path = exchange.getRequestURI().getPath();
		this.requests.add(path);
		try (exchange) {
			switch (path) {
				case "/photo.jpg" -> send(exchange, PHOTO);
				case "/endless" -> sendForEver(exchange);
				case "/broken" -> breakOff(exchange);
				case "/silent" -> this.closed.await();
				case "/dripping" -> drip(exchange);
				case "/second-time" -> {
					if (count(path) == 1) {
						exchange.sendResponseHeaders(503, -1);
					}
					else {
						send(exchange, PHOTO);
					}
				}
				case "/moved" -> redirect(exchange, "/photo.jpg");
				case "/loop" -> redirect(exchange, "/loop");
				case "/elsewhere" -> redirect(exchange, "https://127.0.0.1:" + port() + "/photo.jpg");
				case "/insecure" -> redirect(exchange, "http://localhost:" + port() + "/photo.jpg");
				default -> exchange.sendResponseHeaders(Integer.parseInt(path.substring(1)), -1);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static void send(HttpExchange exchange, byte[] content) throws IOException {
		exchange.sendResponseHeaders(OK, content.length);
		exchange.getResponseBody().write(content);
	}

	/** Until the other side has had enough. */
	private static void sendForEver(HttpExchange exchange) throws IOException {
		exchange.sendResponseHeaders(OK, 0);
		try (OutputStream out = exchange.getResponseBody()) {
			while (true) {
				out.write(new byte[64 * 1024]);
			}
		}
	}

	private static void breakOff(HttpExchange exchange) throws IOException {
		exchange.sendResponseHeaders(OK, 1000);
		exchange.getResponseBody().write(PHOTO);
	}

	private void drip(HttpExchange exchange) throws IOException, InterruptedException {
		exchange.sendResponseHeaders(OK, 0);
		try (OutputStream out = exchange.getResponseBody()) {
			do {
				out.write(1);
				out.flush();
			}
			while (!this.closed.await(50, TimeUnit.MILLISECONDS));
		}
	}

	private static void redirect(HttpExchange exchange, String location) throws IOException {
		exchange.getResponseHeaders().set("Location", location);
		exchange.sendResponseHeaders(302, -1);
	}

	long count(String path) {
		return this.requests.stream().filter(path::equals).count();
	}

	int port() {
		return this.server.getAddress().getPort();
	}

	String address(String path) {
		return "https://localhost:" + port() + path;
	}

	@Override
	public void close() {
		this.closed.countDown();
		this.server.stop(0);
	}

}
