package org.imageingest.bench.service;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * The form that a file is uploaded with.
 */
public final class UploadForm {

	private final String boundary = "bench-" + UUID.randomUUID();

	/**
	 * Returns the content type of the request.
	 * @return value of the header
	 */
	public String contentType() {
		return "multipart/form-data; boundary=" + this.boundary;
	}

	/**
	 * Makes the body of a request, with its length: chunks would cost both sides more.
	 * @param filename plain name of the file
	 * @param type content type that is declared for it
	 * @param file opens the file
	 * @param length its size in bytes
	 * @return the body
	 */
	public BodyPublisher of(String filename, String type, Source file, long length) {
		byte[] begin = """
				--%s\r
				Content-Disposition: form-data; name="image"; filename="%s"\r
				Content-Type: %s\r
				\r
				""".formatted(this.boundary, filename, type).getBytes(StandardCharsets.UTF_8);
		byte[] end = ("\r\n--" + this.boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII);
		// A publisher of a stream may not be told to be empty.
		BodyPublisher content = (length > 0) ? BodyPublishers.ofInputStream(() -> open(file)) : BodyPublishers.noBody();
		return BodyPublishers.fromPublisher(
				BodyPublishers.concat(BodyPublishers.ofByteArray(begin), content, BodyPublishers.ofByteArray(end)),
				begin.length + length + end.length);
	}

	private static InputStream open(Source file) {
		try {
			return file.open();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Where the bytes come from.
	 */
	@FunctionalInterface
	public interface Source {

		InputStream open() throws IOException;

	}

}
