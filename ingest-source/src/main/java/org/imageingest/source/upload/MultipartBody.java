package org.imageingest.source.upload;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Queue;

import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.io.Content;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * Takes a multipart body apart while it comes in. What is held of it is one buffer, of
 * which the contents of the parts are read.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7578">RFC 7578, multipart/form-data</a>
 */
final class MultipartBody {

	private static final int BUFFER_BYTES = 64 * 1024;

	/** The body as a whole is limited by who reads it. */
	private static final int ANY_NUMBER = -1;

	private final InputStream in;

	private final byte[] buffer = new byte[BUFFER_BYTES];

	private final Queue<Event> events = new ArrayDeque<>();

	private final MultiPart.Parser parser;

	private @Nullable Throwable failure;

	/**
	 * Begins to read a body.
	 * @param in its bytes
	 * @param boundary what stands between the parts, as the request's content type says
	 */
	MultipartBody(InputStream in, String boundary) {
		this.in = in;
		this.parser = new MultiPart.Parser(boundary, new Listener());
		this.parser.setMaxParts(ANY_NUMBER);
	}

	/**
	 * Goes to the next part, over what is left of this one.
	 * @return the part; null behind the last one
	 * @throws MalformedBodyException if the body does not follow the rules
	 * @throws IOException if the stream breaks
	 */
	@Nullable FormPart next() throws IOException {
		while (true) {
			switch (nextEvent()) {
				case Begin begin -> {
					return new FormPart(begin.disposition(), new PartStream());
				}
				case End end when end.isLast() -> {
					return null;
				}
				default -> {
					// What nobody read of the former part.
				}
			}
		}
	}

	private Event nextEvent() throws IOException {
		while (this.events.isEmpty()) {
			// Only now, for the contents of the last events are in the buffer.
			int held = readMore();
			this.parser.parse(
					(held < 0) ? Content.Chunk.EOF : Content.Chunk.from(ByteBuffer.wrap(this.buffer, 0, held), false));
			if (this.failure != null) {
				throw new MalformedBodyException(this.failure);
			}
		}
		return this.events.remove();
	}

	private int readMore() throws IOException {
		try {
			return this.in.read(this.buffer);
		}
		catch (IOException ex) {
			if (DisconnectedClientHelper.isClientDisconnectedException(ex)) {
				throw ex;
			}
			// Such as chunks that are none.
			throw new MalformedBodyException(ex);
		}
	}

	/**
	 * A part of a form.
	 *
	 * @param disposition what the client calls it; nothing is set if it does not tell
	 * @param content its bytes, to be read before the next part is asked for
	 */
	record FormPart(ContentDisposition disposition, InputStream content) {

	}

	private sealed interface Event {

	}

	private record Begin(ContentDisposition disposition) implements Event {

	}

	private record Bytes(ByteBuffer bytes) implements Event {

	}

	private record End(boolean isLast) implements Event {

	}

	private final class Listener implements MultiPart.Parser.Listener {

		private ContentDisposition disposition = ContentDisposition.empty();

		@Override
		public void onPartBegin() {
			this.disposition = ContentDisposition.empty();
		}

		@Override
		public void onPartHeader(String name, String value) {
			if (name.equalsIgnoreCase(HttpHeaders.CONTENT_DISPOSITION)) {
				this.disposition = read(value);
			}
		}

		private static ContentDisposition read(String value) {
			try {
				return ContentDisposition.parse(value);
			}
			catch (IllegalArgumentException ex) {
				// A part without a name is passed over, and the client is told what it
				// missed.
				return ContentDisposition.empty();
			}
		}

		@Override
		public void onPartHeaders() {
			MultipartBody.this.events.add(new Begin(this.disposition));
		}

		@Override
		public void onPartContent(Content.Chunk chunk) {
			if (chunk.hasRemaining()) {
				MultipartBody.this.events.add(new Bytes(chunk.getByteBuffer()));
			}
		}

		@Override
		public void onPartEnd() {
			MultipartBody.this.events.add(new End(false));
		}

		@Override
		public void onComplete() {
			MultipartBody.this.events.add(new End(true));
		}

		@Override
		public void onFailure(Throwable failure) {
			MultipartBody.this.failure = failure;
		}

	}

	private final class PartStream extends InputStream {

		private ByteBuffer held = ByteBuffer.allocate(0);

		private boolean ended;

		@Override
		public int read() throws IOException {
			return isAtEnd() ? -1 : Byte.toUnsignedInt(this.held.get());
		}

		@Override
		public int read(byte[] target, int offset, int length) throws IOException {
			if (length == 0) {
				return 0;
			}
			if (isAtEnd()) {
				return -1;
			}
			int taken = Math.min(length, this.held.remaining());
			this.held.get(target, offset, taken);
			return taken;
		}

		private boolean isAtEnd() throws IOException {
			while (!this.ended && !this.held.hasRemaining()) {
				switch (nextEvent()) {
					case Bytes more -> this.held = more.bytes();
					default -> this.ended = true;
				}
			}
			return !this.held.hasRemaining();
		}

	}

}
