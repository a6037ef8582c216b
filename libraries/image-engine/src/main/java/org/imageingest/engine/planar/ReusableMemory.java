package org.imageingest.engine.planar;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

import org.jspecify.annotations.Nullable;

/**
 * Native memory that one photo after the other is worked on in: what a process asks the
 * system for anew costs a page fault for every 4 KiB. To be used by one thread at a time.
 */
final class ReusableMemory implements AutoCloseable {

	/** Wide enough for every vector unit there is. */
	static final int ALIGNMENT = 64;

	/** Photos in a row that leave half of it unused, until it is given back. */
	private static final int PATIENCE = 4;

	private @Nullable Arena arena;

	private MemorySegment memory = MemorySegment.NULL;

	private long used;

	private int smallerPhotos;

	/**
	 * Returns memory with arbitrary content.
	 * @param bytes how much is needed
	 * @return a segment of this size, aligned to {@value #ALIGNMENT} bytes, valid until
	 * the next call
	 */
	@SuppressWarnings("MustBeClosedChecker") // closed with this object, or when it grows
	MemorySegment of(long bytes) {
		if (this.memory.byteSize() < bytes) {
			close();
			Arena grown = Arena.ofShared();
			this.memory = grown.allocate(bytes, ALIGNMENT);
			this.arena = grown;
		}
		this.used = Math.max(this.used, bytes);
		return this.memory.asSlice(0, bytes);
	}

	/**
	 * Ends the work on a photo: gives memory back that only an unusually large one needs,
	 * or that the last few photos did not need.
	 * @param most bytes that may stay
	 */
	void trim(long most) {
		this.smallerPhotos = (this.used < this.memory.byteSize() / 2) ? this.smallerPhotos + 1 : 0;
		this.used = 0;
		if (this.memory.byteSize() > most || this.smallerPhotos == PATIENCE) {
			close();
		}
	}

	@Override
	public void close() {
		this.memory = MemorySegment.NULL;
		this.smallerPhotos = 0;
		if (this.arena != null) {
			this.arena.close();
			this.arena = null;
		}
	}

}
