package org.imageingest.engine.metadata;

import java.io.IOException;
import java.util.Set;

import org.imageingest.engine.file.BoundedFile;

/**
 * The {@code iloc} box: where the items of a HEIF lie in the file (ISO/IEC 14496-12,
 * 8.11.3). Items inside other boxes, and all but their first extent, are left alone.
 */
final class ItemLocations {

	private final BoundedFile file;

	private final long end;

	private long at;

	ItemLocations(BoundedFile file, long start, long end) {
		this.file = file;
		this.at = start;
		this.end = end;
	}

	void forEach(Set<Long> wanted, Extent extent) throws IOException {
		int version = (int) number(1);
		number(3);
		int sizes = (int) number(2);
		int offsetBytes = sizes >>> 12;
		int lengthBytes = sizes >>> 8 & 0xF;
		int baseBytes = sizes >>> 4 & 0xF;
		int indexBytes = (version > 0) ? sizes & 0xF : 0;
		long items = number((version < 2) ? 2 : 4);
		for (long i = 0; i < items && this.at < this.end; i++) {
			long id = number((version < 2) ? 2 : 4);
			boolean inFile = version == 0 || (number(2) & 0xF) == 0;
			number(2);
			long base = number(baseBytes);
			long extents = number(2);
			for (long e = 0; e < extents && this.at < this.end; e++) {
				number(indexBytes);
				long offset = base + number(offsetBytes);
				long length = number(lengthBytes);
				if (e == 0 && inFile && wanted.contains(id)) {
					extent.at(offset, length);
				}
			}
		}
	}

	private long number(int bytes) throws IOException {
		long value = 0;
		for (int i = 0; i < bytes; i++) {
			value = value << 8 | this.file.u8(this.at++);
		}
		return value;
	}

	/** Receives a place in the file. */
	interface Extent {

		void at(long offset, long length) throws IOException;

	}

}
