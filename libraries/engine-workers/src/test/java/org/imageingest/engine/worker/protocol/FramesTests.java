package org.imageingest.engine.worker.protocol;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.nio.ByteBuffer;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class FramesTests {

	@Test
	void messagesComeOutAsTheyWentIn() throws Exception {
		ByteArrayOutputStream stream = new ByteArrayOutputStream();
		Frames.write(stream, new byte[] { 1, 2, 3 });
		Frames.write(stream, new byte[0]);
		ByteArrayInputStream input = new ByteArrayInputStream(stream.toByteArray());
		assertThat(Frames.read(input)).containsExactly(1, 2, 3);
		assertThat(Frames.read(input)).isEmpty();
		assertThatExceptionOfType(EOFException.class).isThrownBy(() -> Frames.read(input));
	}

	@Test
	void aLengthOverTheLimitIsNotBelieved() throws Exception {
		ByteArrayOutputStream stream = new ByteArrayOutputStream();
		Frames.write(stream, new byte[0]);
		byte[] bytes = stream.toByteArray();
		ByteBuffer.wrap(bytes).putInt(4, Integer.MAX_VALUE);
		assertThatExceptionOfType(ProtocolException.class)
			.isThrownBy(() -> Frames.read(new ByteArrayInputStream(bytes)))
			.withMessageContaining("2147483647")
			.withMessageContaining("1048576");
		ByteBuffer.wrap(bytes).putInt(4, -1);
		assertThatExceptionOfType(ProtocolException.class)
			.isThrownBy(() -> Frames.read(new ByteArrayInputStream(bytes)));
		assertThatExceptionOfType(ProtocolException.class)
			.isThrownBy(() -> Frames.write(stream, new byte[Frames.MAX_LENGTH + 1]));
	}

	@Test
	void whatALibraryPrintsIsNoMessage() {
		assertThatExceptionOfType(ProtocolException.class)
			.isThrownBy(() -> Frames.read(new ByteArrayInputStream("libfoo: warning".getBytes())));
	}

	@Test
	void aMessageThatIsCutOffIsNone() throws Exception {
		ByteArrayOutputStream stream = new ByteArrayOutputStream();
		Frames.write(stream, new byte[10]);
		assertThatExceptionOfType(EOFException.class)
			.isThrownBy(() -> Frames.read(new ByteArrayInputStream(stream.toByteArray(), 0, stream.size() - 1)));
	}

}
