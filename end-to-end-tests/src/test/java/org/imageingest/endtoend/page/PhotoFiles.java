package org.imageingest.endtoend.page;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.imageingest.testkit.pipeline.Photos;

/**
 * Photos as files, for a browser to choose.
 */
final class PhotoFiles {

	private PhotoFiles() {
	}

	/**
	 * Writes different photos {@code NAME-01.jpg} and so on.
	 * @param folder where to
	 * @param name what their names begin with
	 * @param count how many
	 * @return the files
	 */
	static List<Path> write(Path folder, String name, int count) throws IOException {
		return write(folder, name, count, Photos.jpeg(1200, 900));
	}

	/**
	 * Writes photos that differ by a comment only.
	 * @param folder where to
	 * @param name what their names begin with
	 * @param count how many
	 * @param jpeg the photo
	 * @return the files
	 */
	static List<Path> write(Path folder, String name, int count, byte[] jpeg) throws IOException {
		Files.createDirectories(folder);
		List<Path> files = new ArrayList<>();
		for (int i = 1; i <= count; i++) {
			Path file = folder.resolve("%s-%02d.jpg".formatted(name, i));
			files.add(Files.write(file, withComment(jpeg, file.getFileName().toString())));
		}
		return files;
	}

	/** A comment segment behind the start of the image. */
	private static byte[] withComment(byte[] jpeg, String comment) {
		byte[] text = comment.getBytes(StandardCharsets.US_ASCII);
		ByteBuffer file = ByteBuffer.allocate(jpeg.length + 4 + text.length);
		file.put(jpeg, 0, 2).put((byte) 0xFF).put((byte) 0xFE).putShort((short) (text.length + 2)).put(text);
		return file.put(jpeg, 2, jpeg.length - 2).array();
	}

}
