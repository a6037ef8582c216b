package org.imageingest.engine.worker.protocol;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Reads the components of a message. Nothing is set aside on the word of the sender: no
 * text and no list can be longer than the message that it is in.
 */
public final class FieldReader {

	private final ByteArrayInputStream bytes;

	private final DataInputStream data;

	FieldReader(byte[] message) {
		this.bytes = new ByteArrayInputStream(message);
		this.data = new DataInputStream(this.bytes);
	}

	int number() throws IOException {
		return this.data.readInt();
	}

	long longNumber() throws IOException {
		return this.data.readLong();
	}

	double realNumber() throws IOException {
		return this.data.readDouble();
	}

	boolean flag() throws IOException {
		return this.data.readBoolean();
	}

	<E extends Enum<E>> E constant(Class<E> type) throws IOException {
		return Enum.valueOf(type, text());
	}

	String text() throws IOException {
		return new String(this.data.readNBytes(count("text")), StandardCharsets.UTF_8);
	}

	<T> List<T> list(FieldOf<T> field) throws IOException {
		int size = count("list");
		List<T> values = new ArrayList<>();
		for (int i = 0; i < size; i++) {
			values.add(field.read());
		}
		return values;
	}

	<T> @Nullable T optional(FieldOf<T> field) throws IOException {
		return flag() ? field.read() : null;
	}

	<T> T value(Codec<T> codec) throws IOException {
		return codec.read(this);
	}

	void end() throws ProtocolException {
		if (this.bytes.available() > 0) {
			throw new ProtocolException("A message goes on for " + this.bytes.available() + " bytes after its end");
		}
	}

	/** Each element takes a byte at least. */
	private int count(String what) throws IOException {
		int count = number();
		if (count < 0 || count > this.bytes.available()) {
			throw new ProtocolException("A " + what + " of " + count + " is longer than the rest of its message, "
					+ this.bytes.available() + " bytes");
		}
		return count;
	}

	/**
	 * Reads one component.
	 *
	 * @param <T> its type
	 */
	@FunctionalInterface
	interface FieldOf<T> {

		T read() throws IOException;

	}

}
