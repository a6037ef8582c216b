package org.imageingest.source;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Sends what no HTTP client would.
 */
public final class RawConnection {

	private static final int PATIENCE_MILLIS = 10_000;

	private RawConnection() {
	}

	/**
	 * Sends bytes and reads until the server closes the connection.
	 * @param port port of the server on this machine
	 * @param request the whole request; it should ask for the connection to be closed
	 * @return what came back
	 * @throws IOException if the connection breaks
	 */
	public static RawAnswer send(int port, String request) throws IOException {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
			socket.setSoTimeout(PATIENCE_MILLIS);
			socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
			socket.getOutputStream().flush();
			String text = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			int end = text.indexOf("\r\n\r\n");
			String[] head = text.substring(0, Math.max(end, 0)).split("\r\n");
			Map<String, String> headers = new TreeMap<>();
			for (int i = 1; i < head.length; i++) {
				String[] pair = head[i].split(": ?", 2);
				headers.put(pair[0].toLowerCase(Locale.ROOT), pair[1]);
			}
			int status = head[0].startsWith("HTTP/1.1 ") ? Integer.parseInt(head[0].substring(9, 12)) : 0;
			return new RawAnswer(status, headers, text.substring(end + 4), text);
		}
	}

	/**
	 * An answer.
	 *
	 * @param status 0 where there is no status line
	 * @param headers values by name in lower case
	 * @param body what follows the headers
	 * @param text all of it
	 */
	public record RawAnswer(int status, Map<String, String> headers, String body, String text) {
	}

}
