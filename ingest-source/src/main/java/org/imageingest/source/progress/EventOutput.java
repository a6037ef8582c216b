package org.imageingest.source.progress;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import tools.jackson.databind.ObjectWriter;

/**
 * Writes server-sent events.
 *
 * @see <a href=
 * "https://html.spec.whatwg.org/multipage/server-sent-events.html">Server-sent events</a>
 */
final class EventOutput {

	private final OutputStream out;

	private final ObjectWriter json;

	/**
	 * Makes an output.
	 * @param out where to
	 * @param json writes on a single line
	 */
	EventOutput(OutputStream out, ObjectWriter json) {
		this.out = out;
		this.json = json;
	}

	void event(String type, Object data) throws IOException {
		write("event: " + type + "\ndata: ");
		this.out.write(this.json.writeValueAsBytes(data));
		write("\n\n");
	}

	/** An event that a client can go on after when it connects again. */
	void event(String type, long id, Object data) throws IOException {
		write("id: " + id + "\n");
		event(type, data);
	}

	/** Tells where to go on, without an event: clients note it and dispatch nothing. */
	void position(long id) throws IOException {
		write("id: " + id + "\n\n");
	}

	void reconnectAfter(Duration pause) throws IOException {
		write("retry: " + pause.toMillis() + "\n\n");
	}

	void comment(String text) throws IOException {
		write(": " + text + "\n\n");
	}

	void flush() throws IOException {
		this.out.flush();
	}

	private void write(String text) throws IOException {
		this.out.write(text.getBytes(StandardCharsets.UTF_8));
	}

}
