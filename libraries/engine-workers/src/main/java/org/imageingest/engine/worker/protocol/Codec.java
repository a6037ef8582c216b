package org.imageingest.engine.worker.protocol;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Writes and reads one type, component after component.
 *
 * @param <T> the type
 */
public interface Codec<T> {

	/**
	 * Writes a value.
	 * @param value the value
	 * @param fields receives its components
	 */
	void write(T value, FieldWriter fields);

	/**
	 * Reads a value.
	 * @param fields gives its components
	 * @return the value
	 * @throws IOException if they are not of this protocol
	 * @throws IllegalArgumentException if they make no value
	 */
	T read(FieldReader fields) throws IOException;

	/**
	 * Makes a message of a value.
	 * @param value the value
	 * @return the message
	 */
	default byte[] toMessage(T value) {
		FieldWriter fields = new FieldWriter();
		write(value, fields);
		return fields.toByteArray();
	}

	/**
	 * Reads the value that a message is.
	 * @param message the message
	 * @return the value
	 * @throws ProtocolException if the message is not just one
	 */
	default T fromMessage(byte[] message) throws ProtocolException {
		FieldReader fields = new FieldReader(message);
		try {
			T value = read(fields);
			fields.end();
			return value;
		}
		catch (ProtocolException ex) {
			throw ex;
		}
		catch (IOException | UncheckedIOException | IllegalArgumentException ex) {
			throw new ProtocolException("A message cannot be read: " + ex, ex);
		}
	}

}
