package org.imageingest.source.upload;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

import org.imageingest.source.upload.MultipartBody.FormPart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class MultipartBodyTests {

	private static final String BOUNDARY = "----form-boundary";

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 7, 19, 20, 21, 4096, 8192, 1_000_000 })
	void contentIsTheSameHoweverTheBodyComesIn(int piece) throws Exception {
		byte[] photo = withWhatLooksLikeABoundary(200_000);
		MultipartBody body = body(
				form("Content-Disposition: form-data; name=\"image\"; filename=\"a.jpg\"", photo,
						"Content-Disposition: form-data; name=\"tags\"", "sea,sun".getBytes(StandardCharsets.UTF_8)),
				piece);

		FormPart image = body.next();
		assertThat(image).isNotNull();
		assertThat(image.disposition().getName()).isEqualTo("image");
		assertThat(image.disposition().getFilename()).isEqualTo("a.jpg");
		assertThat(image.content().readAllBytes()).isEqualTo(photo);
		assertThat(image.content().read()).isEqualTo(-1);
		FormPart tags = body.next();
		assertThat(tags).isNotNull();
		assertThat(tags.disposition().getFilename()).isNull();
		assertThat(tags.content().readAllBytes()).asString().isEqualTo("sea,sun");
		assertThat(body.next()).isNull();
	}

	@Test
	void partThatIsReadInPartIsPassedOver() throws Exception {
		MultipartBody body = body(form("Content-Disposition: form-data; name=\"image\"", new byte[300_000],
				"Content-Disposition: form-data; name=\"tags\"", new byte[] { 1 }), 8192);

		FormPart image = body.next();
		assertThat(image).isNotNull();
		assertThat(image.content().readNBytes(10)).hasSize(10);
		FormPart tags = body.next();

		assertThat(tags).isNotNull();
		assertThat(tags.disposition().getName()).isEqualTo("tags");
	}

	@Test
	void emptyPartHasNoBytes() throws Exception {
		MultipartBody body = body(form("Content-Disposition: form-data; name=\"image\"", new byte[0]), 8192);

		FormPart image = body.next();

		assertThat(image).isNotNull();
		assertThat(image.content().read(new byte[8])).isEqualTo(-1);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "filename=\"Süd — 東京.jpg\"", "filename*=UTF-8''S%C3%BCd%20%E2%80%94%20%E6%9D%B1%E4%BA%AC.jpg" })
	void nameOfAFileMayHaveAnyLetters(String parameter) throws Exception {
		MultipartBody body = body(
				form("Content-Disposition: form-data; name=\"image\"; " + parameter, new byte[] { 1 }), 8192);

		FormPart image = body.next();

		assertThat(image).isNotNull();
		assertThat(image.disposition().getFilename()).isEqualTo("Süd — 東京.jpg");
	}

	@Test
	void partWithoutDispositionHasNoName() throws Exception {
		MultipartBody body = body(form("Content-Type: image/jpeg", new byte[] { 1 }), 8192);

		FormPart part = body.next();

		assertThat(part).isNotNull();
		assertThat(part.disposition().getName()).isNull();
	}

	@Test
	void bodyThatEndsTooEarlyIsMalformed() throws Exception {
		byte[] whole = form("Content-Disposition: form-data; name=\"image\"", new byte[100_000]);
		MultipartBody body = body(Arrays.copyOf(whole, whole.length / 2), 8192);

		FormPart image = body.next();

		assertThat(image).isNotNull();
		assertThatExceptionOfType(MalformedBodyException.class).isThrownBy(() -> image.content().readAllBytes());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "no boundary anywhere", "------form-boundary\r\nContent-Disposition: form-data\r\n" })
	void bodyWithoutPartsIsMalformed(String text) {
		MultipartBody body = body(text.getBytes(StandardCharsets.UTF_8), 8192);

		assertThatExceptionOfType(MalformedBodyException.class).isThrownBy(body::next);
	}

	@ParameterizedTest
	@ValueSource(strings = { "form-data; name", ";", "\"", "" })
	void partWhoseDispositionCannotBeReadHasNoName(String disposition) throws Exception {
		MultipartBody body = body(form("Content-Disposition: " + disposition, new byte[] { 1 }), 8192);

		FormPart part = body.next();

		assertThat(part).isNotNull();
		assertThat(part.disposition().getName()).isNull();
	}

	private static MultipartBody body(byte[] bytes, int piece) {
		return new MultipartBody(new ByteArrayInputStream(bytes) {
			@Override
			public int read(byte[] target, int offset, int length) {
				return super.read(target, offset, Math.min(length, piece));
			}

			@Override
			public int read(byte[] target) {
				return read(target, 0, target.length);
			}
		}, BOUNDARY);
	}

	private static byte[] form(Object... headersAndContents) {
		ByteArrayOutputStream form = new ByteArrayOutputStream();
		for (int i = 0; i < headersAndContents.length; i += 2) {
			form.writeBytes(
					("--" + BOUNDARY + "\r\n" + headersAndContents[i] + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
			form.writeBytes((byte[]) headersAndContents[i + 1]);
			form.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
		}
		form.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
		return form.toByteArray();
	}

	/** Each beginning of the separator stands in it somewhere. */
	private static byte[] withWhatLooksLikeABoundary(int bytes) {
		byte[] separator = ("\r\n--" + BOUNDARY).getBytes(StandardCharsets.UTF_8);
		byte[] photo = new byte[bytes];
		Random random = new Random(7);
		random.nextBytes(photo);
		for (int at = 0; at + separator.length < bytes; at += 997) {
			System.arraycopy(separator, 0, photo, at, 1 + random.nextInt(separator.length - 1));
		}
		// And at the very end, before the real one.
		System.arraycopy(separator, 0, photo, bytes - 5, 5);
		return photo;
	}

}
