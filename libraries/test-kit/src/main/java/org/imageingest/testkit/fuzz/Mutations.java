package org.imageingest.testkit.fuzz;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Breaks good inputs: bits, numbers of all sizes, pieces that go, come twice or come from
 * another input. The same seed makes the same inputs.
 */
final class Mutations {

	private static final int[] NUMBERS = { 0, 1, -1, 2, 7, 8, 12, 16, 127, 128, 255, 256, 0x7FFF, 0x8000, 0xFFFF,
			0x10000, Integer.MAX_VALUE, Integer.MIN_VALUE, 0x7FFFFFF0, 0xFFFFFF };

	private static final int MOST_CHANGES = 6;

	private static final int LONGEST_PIECE = 4096;

	private final RandomGenerator random;

	private final List<byte[]> inputs;

	Mutations(RandomGenerator random, List<byte[]> inputs) {
		this.random = random;
		this.inputs = inputs;
	}

	byte[] next() {
		byte[] input = any().clone();
		int changes = 1 + this.random.nextInt(MOST_CHANGES);
		for (int i = 0; i < changes && input.length > 0; i++) {
			input = changed(input);
		}
		return input;
	}

	private byte[] any() {
		return this.inputs.get(this.random.nextInt(this.inputs.size()));
	}

	private byte[] changed(byte[] input) {
		int at = place(input.length);
		switch (this.random.nextInt(8)) {
			case 0 -> input[at] ^= (byte) (1 << this.random.nextInt(8));
			case 1 -> input[at] = (byte) this.random.nextInt();
			case 2, 3 -> number(input, at, Integer.BYTES);
			case 4 -> number(input, at, Short.BYTES);
			case 5 -> {
				return Arrays.copyOf(input, at);
			}
			case 6 -> {
				byte[] other = any();
				int from = (other.length > 0) ? this.random.nextInt(other.length) : 0;
				return spliced(input, at, at, Arrays.copyOfRange(other, from, from + length(other.length - from)));
			}
			default -> {
				return spliced(input, at, at + length(input.length - at), new byte[0]);
			}
		}
		return input;
	}

	/** Most of what can be broken stands at the start of a file. */
	private int place(int length) {
		return this.random.nextInt(this.random.nextBoolean() ? length : Math.min(length, LONGEST_PIECE));
	}

	private int length(int most) {
		return (most > 0) ? this.random.nextInt(Math.min(most, LONGEST_PIECE) + 1) : 0;
	}

	private void number(byte[] input, int at, int bytes) {
		if (at + bytes > input.length) {
			return;
		}
		ByteBuffer buffer = ByteBuffer.wrap(input)
			.order(this.random.nextBoolean() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
		int number = this.random.nextBoolean() ? NUMBERS[this.random.nextInt(NUMBERS.length)]
				: this.random.nextInt(2 * input.length);
		if (bytes == Short.BYTES) {
			buffer.putShort(at, (short) number);
		}
		else {
			buffer.putInt(at, number);
		}
	}

	private static byte[] spliced(byte[] input, int from, int to, byte[] piece) {
		return ByteBuffer.allocate(from + piece.length + input.length - to)
			.put(input, 0, from)
			.put(piece)
			.put(input, to, input.length - to)
			.array();
	}

}
