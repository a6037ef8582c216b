package org.imageingest.engine.planar;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

/**
 * A picture as planes: luma, blue difference, red difference, by the matrix of ITU-R
 * BT.601 over the full range of 0 to 255, as JFIF has it; or luma alone.
 *
 * @param width width in pixels
 * @param height height in pixels
 * @param sampling how the chroma planes relate to luma
 * @param planes one or three
 */
record Planes(int width, int height, ChromaSampling sampling, List<Plane> planes) {

	private static final byte NO_COLOUR = (byte) 128;

	Planes {
		planes = List.copyOf(planes);
	}

	/**
	 * Lays out planes.
	 * @param width width in pixels
	 * @param height height in pixels
	 * @param sampling how the chroma planes relate to luma
	 * @param memory where they are to lie
	 * @return planes with arbitrary content
	 */
	static Planes in(ReusableMemory memory, int width, int height, ChromaSampling sampling) {
		long total = 0;
		for (int i = 0; i < sampling.planes(); i++) {
			total += Plane.bytes(columns(width, sampling, i), rows(height, sampling, i));
		}
		MemorySegment whole = memory.of(total);
		List<Plane> planes = new ArrayList<>();
		long at = 0;
		for (int i = 0; i < sampling.planes(); i++) {
			int columns = columns(width, sampling, i);
			int rows = rows(height, sampling, i);
			long bytes = Plane.bytes(columns, rows);
			planes.add(new Plane(whole.asSlice(at, bytes), columns, rows, Plane.stride(columns)));
			at += bytes;
		}
		return new Planes(width, height, sampling, planes);
	}

	private static int columns(int width, ChromaSampling sampling, int plane) {
		return Math.ceilDiv(width, sampling.horizontal(plane));
	}

	private static int rows(int height, ChromaSampling sampling, int plane) {
		return Math.ceilDiv(height, sampling.vertical(plane));
	}

	Plane plane(int index) {
		return this.planes.get(index);
	}

	/**
	 * Returns where the planes lie, as C functions are told.
	 * @param arena where the answer lives
	 * @return an array of addresses
	 */
	MemorySegment addresses(Arena arena) {
		MemorySegment addresses = arena.allocate(ADDRESS, this.planes.size());
		for (int i = 0; i < this.planes.size(); i++) {
			addresses.setAtIndex(ADDRESS, i, plane(i).samples());
		}
		return addresses;
	}

	/**
	 * Returns the bytes from row to row of the planes, as C functions are told.
	 * @param arena where the answer lives
	 * @return an array of ints
	 */
	MemorySegment strides(Arena arena) {
		return arena.allocateFrom(JAVA_INT, this.planes.stream().mapToInt(Plane::stride).toArray());
	}

	/**
	 * Fills the chroma planes with the value of grey.
	 */
	void clearColour() {
		for (Plane plane : this.planes.subList(1, this.planes.size())) {
			plane.samples().fill(NO_COLOUR);
		}
	}

}
