package org.imageingest.engine.worker.protocol;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;

import org.jspecify.annotations.Nullable;

/**
 * Writes the components of a message; {@link FieldReader} reads them in the same order.
 */
public final class FieldWriter {

	private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

	private final DataOutputStream data = new DataOutputStream(this.bytes);

	void number(int value) {
		write(() -> this.data.writeInt(value));
	}

	void longNumber(long value) {
		write(() -> this.data.writeLong(value));
	}

	void realNumber(double value) {
		write(() -> this.data.writeDouble(value));
	}

	void flag(boolean value) {
		write(() -> this.data.writeBoolean(value));
	}

	/** Written by its name: an order may change. */
	void constant(Enum<?> value) {
		text(value.name());
	}

	void text(String value) {
		byte[] encoded = value.getBytes(StandardCharsets.UTF_8);
		number(encoded.length);
		write(() -> this.data.write(encoded));
	}

	<T> void list(Collection<T> values, FieldOf<T> field) {
		number(values.size());
		values.forEach(field::write);
	}

	<T> void optional(@Nullable T value, FieldOf<T> field) {
		flag(value != null);
		if (value != null) {
			field.write(value);
		}
	}

	<T> void value(T value, Codec<T> codec) {
		codec.write(value, this);
	}

	byte[] toByteArray() {
		return this.bytes.toByteArray();
	}

	private static void write(Writing writing) {
		try {
			writing.run();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Memory does not refuse bytes", ex);
		}
	}

	/**
	 * Writes one component.
	 *
	 * @param <T> its type
	 */
	@FunctionalInterface
	interface FieldOf<T> {

		void write(T value);

	}

	private interface Writing {

		void run() throws IOException;

	}

}
