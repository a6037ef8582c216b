package org.imageingest.engine.vips;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.List;

import org.imageingest.engine.file.BoundedFile;
import org.imageingest.engine.file.MalformedFileException;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

/**
 * How the picture of a HEIF is to be mirrored, and where its file says so.
 *
 * @param orientation what remains to be done when the picture was cropped and turned: 1
 * to 4 (Exif 3.0, 4.6.4.1)
 * @param places bytes of the file that tie the mirroring to the picture
 */
record HeifMirror(int orientation, List<Long> places) {

	static final HeifMirror NONE = new HeifMirror(1, List.of());

	HeifMirror {
		places = List.copyOf(places);
	}

	/**
	 * Looks for mirroring.
	 * @param file a HEIF or AVIF
	 * @return {@link #NONE} without it, or if the file does not tell it properly
	 * @throws IOException if the file cannot be read
	 */
	static HeifMirror of(Path file) throws IOException {
		try (BoundedFile bytes = new BoundedFile(file)) {
			return new HeifTransforms(bytes).mirror();
		}
		catch (MalformedFileException ex) {
			return NONE;
		}
	}

	/**
	 * Reads a file without its mirroring: a tie to property 0 is one to none (ISO/IEC
	 * 23008-12, 9.3.3).
	 * @param file the file
	 * @param arena where the bytes live
	 * @return the bytes
	 * @throws IOException if it cannot be read
	 */
	MemorySegment takenOutOf(Path file, Arena arena) throws IOException {
		MemorySegment bytes = FileBytes.read(file, 0, arena);
		this.places.forEach((place) -> bytes.set(JAVA_BYTE, place, (byte) 0));
		return bytes;
	}

}
