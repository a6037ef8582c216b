package org.imageingest.engine.worker.protocol;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.imageingest.engine.EngineRequest;
import org.imageingest.engine.ImageLimits;
import org.imageingest.engine.MetadataPolicy;
import org.imageingest.engine.format.ImageFormat;
import org.imageingest.engine.worker.protocol.Answer.Made;
import org.imageingest.engine.worker.protocol.Answer.MadeVariant;
import org.imageingest.engine.worker.protocol.Answer.Refused;
import org.imageingest.model.problem.Problem;
import org.imageingest.model.problem.ProblemType;
import org.imageingest.model.recipe.Recipe;
import org.imageingest.model.storage.ImageMetadata;
import org.imageingest.testkit.fuzz.FuzzTarget;
import org.imageingest.testkit.fuzz.MeteredTarget;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a worker whose memory was overwritten may say: read as a message, or refused as
 * none. What was read is written as it can be read again.
 */
final class ProtocolTarget {

	private static final long HEAP_LIMIT = 64L << 20;

	private ProtocolTarget() {
	}

	static FuzzTarget metered() {
		return new MeteredTarget(ProtocolTarget::feed, Duration.ofSeconds(1), HEAP_LIMIT);
	}

	private static void feed(byte[] input) throws IOException {
		byte[] message;
		try {
			message = Frames.read(new ByteArrayInputStream(input));
		}
		catch (ProtocolException | EOFException ex) {
			assertThat(ex).hasNoCause();
			return;
		}
		survives(Answer.CODEC, message);
		survives(Hello.CODEC, message);
		survives(Requests.CODEC, message);
	}

	private static <T> void survives(Codec<T> codec, byte[] message) throws IOException {
		T value;
		try {
			value = codec.fromMessage(message);
		}
		catch (ProtocolException ex) {
			assertThat(ex).hasMessageContaining(" ");
			return;
		}
		// Paths become absolute on the first trip
		byte[] written = codec.toMessage(value);
		assertThat(codec.toMessage(codec.fromMessage(written))).isEqualTo(written);
	}

	static List<byte[]> seeds() {
		ImageMetadata metadata = new ImageMetadata(40, 30, 40, 30, 1, null, "2024-06-15T14:30:00", true, "Maker", "M",
				null, null, null, null, List.of("sea"), null);
		Answer made = new Made("portable", ImageFormat.JPEG, metadata, List.of("gps"),
				List.of(new MadeVariant(0, 40, 30)), List.of("colour-approximated"), "2CgGHQSj", true);
		EngineRequest request = new EngineRequest(Path.of("photo"), Recipe.standard(), MetadataPolicy.standard(),
				ImageLimits.standard(), Path.of("out"));
		return List.of(framed(Answer.CODEC.toMessage(made)),
				framed(Answer.CODEC.toMessage(new Refused(Problem.of(ProblemType.CORRUPT_IMAGE, "It ends early")))),
				framed(Answer.CODEC.toMessage(new Answer.Faulty("NullPointerException"))),
				framed(Requests.CODEC.toMessage(request)));
	}

	private static byte[] framed(byte[] message) {
		ByteArrayOutputStream stream = new ByteArrayOutputStream();
		try {
			Frames.write(stream, message);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return stream.toByteArray();
	}

}
