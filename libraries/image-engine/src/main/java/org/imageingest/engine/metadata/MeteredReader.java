package org.imageingest.engine.metadata;

import java.io.IOException;

import com.drew.lang.RandomAccessReader;

/**
 * Stops metadata-extractor where it would read too much: thousands of tags may all point
 * to the same large value, and each keeps a copy of it.
 */
final class MeteredReader extends RandomAccessReader {

	private final RandomAccessReader source;

	private final Budget budget;

	/**
	 * Meters a reader.
	 * @param source the bytes
	 * @param budget what may still be read; shared by all blocks of a file
	 */
	MeteredReader(RandomAccessReader source, Budget budget) {
		this.source = source;
		this.budget = budget;
	}

	boolean isExhausted() {
		return this.budget.left < 0;
	}

	@Override
	public int toUnshiftedOffset(int localOffset) {
		return this.source.toUnshiftedOffset(localOffset);
	}

	@Override
	public byte getByte(int index) throws IOException {
		this.budget.take(1);
		return this.source.getByte(index);
	}

	@Override
	public byte[] getBytes(int index, int count) throws IOException {
		this.budget.take(count);
		return this.source.getBytes(index, count);
	}

	@Override
	protected void validateIndex(int index, int bytesRequested) throws IOException {
		if (!isValidIndex(index, bytesRequested)) {
			throw new IOException("The file ends inside of its metadata");
		}
	}

	@Override
	protected boolean isValidIndex(int index, int bytesRequested) throws IOException {
		return index >= 0 && bytesRequested >= 0 && (long) index + bytesRequested <= getLength();
	}

	@Override
	public long getLength() throws IOException {
		return this.source.getLength();
	}

	/** What may still be read of the metadata of one file. */
	static final class Budget {

		/** Real photos need about 1 MiB, maker notes that are read twice included. */
		private static final long BYTES = 8 * 1024 * 1024;

		private long left = BYTES;

		private void take(long bytes) throws IOException {
			this.left -= bytes;
			if (this.left < 0) {
				throw new IOException("The metadata has more than " + BYTES + " bytes");
			}
		}

	}

}
