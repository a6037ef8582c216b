package org.imageingest.source.openapi;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Requests that stay open until their socket is closed.
 */
final class OpenRequests {

	private static final int PATIENCE_MILLIS = 10_000;

	private static final String OK = "HTTP/1.1 200";

	private final int port;

	OpenRequests(int port) {
		this.port = port;
	}

	/** A stream that has begun. */
	Socket stream(String token) throws IOException {
		Socket socket = send(
				"GET /api/v1/ingest/jobs HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/event-stream\r\nAuthorization: Bearer "
						+ token + "\r\n\r\n");
		assertThat(new String(socket.getInputStream().readNBytes(OK.length()), StandardCharsets.US_ASCII))
			.isEqualTo(OK);
		return socket;
	}

	/** An upload of which only the beginning is sent. */
	Socket halfSent(String path, String token, String key) throws IOException {
		return send("POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + token
				+ "\r\nIdempotency-Key: " + key
				+ "\r\nContent-Type: multipart/form-data; boundary=part\r\nContent-Length: 1000\r\n\r\n--part\r\n");
	}

	private Socket send(String request) throws IOException {
		Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.port);
		socket.setSoTimeout(PATIENCE_MILLIS);
		socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
		return socket;
	}

}
