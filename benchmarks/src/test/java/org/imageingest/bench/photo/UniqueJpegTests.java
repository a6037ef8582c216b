package org.imageingest.bench.photo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;

import javax.imageio.ImageIO;

import org.imageingest.testkit.TestExif;
import org.imageingest.testkit.TestJpeg;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

class UniqueJpegTests {

	private static final int COMMENT_FRAME = 4;

	@TempDir
	private Path folder;

	@Test
	void onlyACommentIsAdded() throws IOException {
		byte[] original = Files.readAllBytes(photo());
		byte[] unique = read(unique(photo()));
		int comment = unique.length - original.length;
		assertThat(unique).startsWith(0xFF, 0xD8, 0xFF, 0xFE, 0, comment - 2);
		assertThat(comment).isGreaterThan(COMMENT_FRAME + 16);
		assertThat(Arrays.copyOfRange(unique, 2 + comment, unique.length))
			.isEqualTo(Arrays.copyOfRange(original, 2, original.length));
	}

	@Test
	void lengthIsToldBeforehand() throws IOException {
		UniqueJpeg unique = unique(photo());
		assertThat(unique.length()).isEqualTo(read(unique).length);
	}

	@Test
	void photoStillDecodesToTheSamePixels() throws IOException {
		int[] original = pixels(Files.readAllBytes(photo()));
		assertThat(pixels(read(unique(photo())))).isEqualTo(original);
	}

	@Test
	void twoOfOnePhotoHaveDifferentDigests() throws Exception {
		assertThat(digest(read(unique(photo())))).isNotEqualTo(digest(read(unique(photo()))));
	}

	@Test
	void oneIsTheSameEachTimeItIsRead() throws IOException {
		UniqueJpeg unique = unique(photo());
		assertThat(read(unique)).isEqualTo(read(unique));
	}

	@Test
	void whatIsNoJpegIsNamed() throws IOException {
		Path text = Files.writeString(this.folder.resolve("text.jpg"), "no photo");
		assertThatIOException().isThrownBy(() -> read(unique(text))).withMessage("Not a JPEG: " + text);
	}

	private Path photo() {
		return TestJpeg.jpeg(64, 48).exif(TestExif.exif().orientation(6)).writeTo(this.folder.resolve("photo.jpg"));
	}

	private static UniqueJpeg unique(Path photo) {
		return UniqueJpeg.of(photo, new SecureRandom());
	}

	private static byte[] read(UniqueJpeg photo) throws IOException {
		try (InputStream content = photo.open()) {
			return content.readAllBytes();
		}
	}

	private static int[] pixels(byte[] photo) throws IOException {
		return ImageIO.read(new ByteArrayInputStream(photo)).getRGB(0, 0, 64, 48, null, 0, 64);
	}

	private static byte[] digest(byte[] bytes) throws Exception {
		return MessageDigest.getInstance("SHA-256").digest(bytes);
	}

}
