package org.imageingest.bench.photo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.random.RandomGenerator;

/**
 * A photo whose bytes differ from those of every other one: a comment of random bytes
 * stands right behind the start of the image. The photo is streamed from its file, which
 * the system keeps in memory: many may be under way at once.
 *
 * @see <a href="https://www.w3.org/Graphics/JPEG/itu-t81.pdf">ITU-T T.81, B.2.4.5</a>
 */
public final class UniqueJpeg {

	private static final int START_BYTES = 2;

	private static final int RANDOM_BYTES = 32;

	private static final int LENGTH_BYTES = 2;

	private final Path photo;

	private final byte[] head;

	private UniqueJpeg(Path photo, byte[] head) {
		this.photo = photo;
		this.head = head;
	}

	/**
	 * Makes a photo unique.
	 * @param photo a JPEG file
	 * @param random where the comment's bytes come from
	 * @return the photo with a comment of its own
	 */
	public static UniqueJpeg of(Path photo, RandomGenerator random) {
		byte[] comment = new byte[RANDOM_BYTES];
		random.nextBytes(comment);
		byte[] head = new byte[START_BYTES + 2 + LENGTH_BYTES + RANDOM_BYTES];
		byte[] markers = { (byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xFE, 0, LENGTH_BYTES + RANDOM_BYTES };
		System.arraycopy(markers, 0, head, 0, markers.length);
		System.arraycopy(comment, 0, head, markers.length, comment.length);
		return new UniqueJpeg(photo, head);
	}

	/**
	 * Returns the size with the comment.
	 * @return bytes
	 * @throws IOException if the file cannot be read
	 */
	public long length() throws IOException {
		return Files.size(this.photo) - START_BYTES + this.head.length;
	}

	/**
	 * Opens the photo.
	 * @return its bytes with the comment
	 * @throws IOException if the file cannot be read or is no JPEG
	 */
	public InputStream open() throws IOException {
		InputStream file = Files.newInputStream(this.photo);
		if (file.read() != 0xFF || file.read() != 0xD8) {
			file.close();
			throw new IOException("Not a JPEG: " + this.photo);
		}
		return new SequenceInputStream(new ByteArrayInputStream(this.head), file);
	}

}
